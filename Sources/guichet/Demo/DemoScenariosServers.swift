extension DemoScenarios {
  /// Servers, databases, backups: what users see, and what monitoring sees first.
  static let servers = """
    == partage-disparu
    subject: Lecteur {lecteur}: disparu chez tout le service
    subject: Serveur de fichiers introuvable à {site}
    is: incident G1 I2 N2
    is: incident G2 I2 N2
    about: Serveurs/Fichiers
    asset: serveur
    kb: KB-0110
    code: configuration
    phone:
    Tout {l’étage|le service|l’atelier} a perdu le lecteur {lecteur}: depuis {heure}. Environ {nn} personnes.
    Message : « Le chemin réseau n’a pas été trouvé ».
    mail:
    Plus personne n’accède au lecteur {lecteur}: depuis {heure}. Nous avons redémarré plusieurs postes. Merci de
    nous tenir au courant régulièrement, une livraison part à midi.
    note: {serveur} répond au ping, partage absent. Deux postes testés, même erreur.
    tried: Accès par le nom complet et par l’adresse : même refus. Autre partage du même serveur : accessible.
    guess: Volume de données démonté après le redémarrage de la nuit.
    need: Vérifier le volume et le service de partage sur {serveur}.
    reply: Le serveur est en cours d’examen par notre équipe de niveau 2. Aucun fichier n’est perdu. Prochain point
    dans trente minutes.
    cause: Volume monté trop tard au démarrage, service de partage lancé avant lui.
    fix: Le lecteur {lecteur}: est revenu à {retour}. S’il manque encore chez vous, fermez et rouvrez votre session.
    summary: Volume remonté, ordre de démarrage des services corrigé sur {serveur}.
    again: Le lecteur a de nouveau disparu ce matin, après le redémarrage de la nuit.

    == alerte-disque
    subject: ALERTE {serveur} : disque à {n}5 %
    subject: ALERTE {serveur} : espace disque critique
    is: alert G3 I2 N2
    about: Serveurs/Supervision
    asset: serveur
    kb: KB-0125
    code: configuration
    alert:
    | Équipement : {serveur}
    | Service : DISQUE D:
    | État : AVERTISSEMENT depuis {heure}
    | Détail : 9{n} % occupés, {nn} Go libres, +{n} Go par jour
    note: Croissance régulière depuis {jour}, journaux d’une application.
    tried: Fichiers temporaires vidés : {n} Go rendus.
    guess: Journaux applicatifs en mode détaillé, jamais purgés.
    need: Accord pour purger et remettre le niveau normal.
    cause: Journalisation détaillée laissée active après une intervention de l’éditeur.
    fix: {nn} Go ont été rendus et les journaux tournent de nouveau. Le disque est à 61 %.
    summary: Niveau de journal remis à la normale, rotation sur 14 jours, disque à 61 %.

    == sauvegarde-echec
    subject: ALERTE sauvegarde {serveur} : échec
    subject: Sauvegarde de la nuit incomplète
    is: alert G3 I2 N2
    about: Sauvegarde/Échec
    asset: serveur
    kb: KB-0126
    code: configuration
    alert:
    | Tâche : QUOTIDIENNE-{serveur}
    | Résultat : ÉCHEC à {heure}
    | Code : 0x8004230F, cliché instantané impossible
    | Dernière réussite : {jour} 23:41, 1,{n} To
    note: Deuxième échec de suite. Dernière sauvegarde saine : {jour}.
    tried: Tâche relancée à la main : même code au bout de {nn} minutes.
    guess: Espace réservé aux clichés insuffisant.
    need: Agrandir la réserve et vérifier une restauration.
    cause: Réserve de clichés trop petite depuis l’ajout d’un volume.
    fix: La sauvegarde de cette nuit est complète et une restauration d’essai a réussi.
    summary: Réserve de clichés portée à 15 %, sauvegarde relancée et vérifiée par restauration d’essai.

    == restauration
    subject: Fichier supprimé par erreur
    subject: Restaurer un dossier écrasé
    is: request G3 I4 N1
    about: Sauvegarde/Restauration
    asset: aucun
    kb: KB-0111
    code: assistance
    mail:
    J’ai {supprimé|écrasé|déplacé je ne sais où} le dossier « {Budget|Réclamations|Planning|Audit} » sur {lecteur}:.
    Il y était encore {jour} matin. Est-ce récupérable ? J’ai {n} semaines de travail dedans…
    chat!:
    Au secours, j’ai enregistré par-dessus le classeur du budget. On peut revenir en arrière ?
    ask: Bonne nouvelle, c’est récupérable. Pouvez-vous nous donner l’emplacement exact et la date de la version
    souhaitée ?
    answer: Lecteur {lecteur}:, dossier de l’équipe, version de {jour} matin si possible.
    note: Version précédente présente, {n} versions dans les clichés.
    fix: Le dossier est revenu à sa place, dans l’état de {jour} matin. La version abîmée est gardée à côté pendant
    une semaine, au cas où.
    summary: Dossier restauré depuis le cliché de {jour}, version écrasée gardée à part.

    == vm-figee
    subject: {serveur} ne répond plus
    subject: Application figée pour tout le monde
    is: incident G1 I2 N3
    about: Serveurs/Virtualisation
    asset: serveur
    code: configuration
    mail:
    Tout est figé depuis {heure} : l’écran reste blanc, rien ne se ferme. Tout {le service|le magasin|l’accueil} est
    concerné.
    alert:
    | Équipement : {serveur}
    | Service : AGENT
    | État : INCONNU depuis {heure}
    | Détail : aucune donnée reçue depuis {nn} min, ping 0 %
    note: Console de la machine figée, hôte de virtualisation à 98 % de mémoire.
    tried: Arrêt propre sans effet au bout de dix minutes. Autres machines du même hôte ralenties.
    guess: Mémoire de l’hôte saturée par une machine d’essai.
    need: Décision : déplacer les machines ou arrêter la machine d’essai.
    reply: Le serveur est figé mais ses données sont saines. Nous déplaçons les autres machines avant de le
    relancer, comptez vingt minutes.
    cause: Machine d’essai créée sans limite de mémoire sur un hôte de production.
    fix: L’application répond de nouveau depuis {retour}. Vérifiez vos dernières saisies : celles d’après {heure}
    ont pu ne pas être enregistrées.
    summary: Machine d’essai arrêtée, {serveur} relancé, limites de mémoire posées sur l’hôte.

    == replication-ad
    subject: Mots de passe acceptés à {site} et refusés ailleurs
    subject: ALERTE annuaire : réplication en retard
    is: incident G2 I1 N3
    about: Serveurs/Annuaire
    asset: serveur
    code: configuration
    mail:
    Depuis {jour}, un mot de passe changé à {site} n’est pas reconnu {sur l’autre site|au siège} avant plusieurs
    heures. {n} personnes se sont plaintes ce matin.
    note: Changement de mot de passe visible sur un contrôleur, absent de l’autre quatre heures plus tard.
    tried: Changement refait sur le second contrôleur : accepté tout de suite, non répliqué.
    guess: Horloge ou lien de réplication d’un contrôleur.
    need: Examen de la réplication et du décalage d’horloge de {serveur}.
    cause: Horloge de {serveur} en avance de six minutes : source de temps perdue après une coupure électrique.
    fix: Les contrôleurs sont de nouveau d’accord entre eux. Un mot de passe changé est reconnu partout en moins
    d’une minute.
    summary: Source de temps rétablie, réplication rattrapée, alerte ajoutée sur le décalage d’horloge.

    == onduleur
    subject: ALERTE onduleur {site} : batterie à remplacer
    subject: ALERTE onduleur {site} : autonomie réduite
    is: alert G3 I2 N2
    about: Serveurs/Supervision
    asset: onduleur
    code: remplacement
    alert:
    | Équipement : OND-{code}-01
    | Service : BATTERIE
    | État : AVERTISSEMENT depuis {heure}
    | Détail : autotest en échec, autonomie {n} min (attendu 20)
    note: Autotest relancé : même résultat. Batterie de quatre ans.
    tried: Autotest manuel, charge réduite : autonomie inchangée.
    guess: Batterie en fin de vie.
    need: Remplacement de la batterie, arrêt des baies à prévoir ou non.
    plan: Remplacement de la batterie hors des heures d’ouverture.
    third: fenêtre de maintenance | Volta Maintenance | Intervention retenue le {date} à 7 h, dossier {ref}.
    cause: Usure normale de la batterie.
    fix: La batterie est remplacée et l’autotest est bon : 24 minutes d’autonomie.
    summary: Batterie remplacée sans arrêt des baies, autotest conforme.

    == certificat-expire
    subject: Certificat expiré sur l’intranet
    subject: « Votre connexion n’est pas privée » sur l’extranet
    is: incident G2 I2 N2
    about: Sécurité/Certificat
    asset: serveur
    kb: KB-0124
    code: mise à jour
    mail:
    Depuis ce matin le navigateur affiche un grand écran rouge sur {l’intranet|le portail des fournisseurs|l’espace
    client}. Des gens cliquent sur « continuer quand même », je ne pense pas que ce soit bien.

    | NET::ERR_CERT_DATE_INVALID
    note: Certificat expiré à minuit. Renouvellement automatique en échec depuis {nn} jours.
    tried: Consigne donnée de ne pas contourner l’avertissement. Date d’expiration vérifiée.
    guess: Renouvellement bloqué par la validation du domaine.
    need: Nouveau certificat et remise en route du renouvellement.
    cause: Enregistrement de validation supprimé lors d’un ménage de la zone.
    fix: Le certificat est renouvelé, le site s’ouvre sans avertissement. L’échéance est maintenant surveillée
    trente jours avant.
    summary: Certificat renouvelé, validation rétablie, surveillance à J-30.

    == sql-lent
    subject: Requêtes très lentes sur la base {compta|stock|qualité}
    subject: Le tableau du matin met {nn} minutes au lieu de deux
    is: incident G3 I2 N3
    about: Bases/Performance
    asset: serveur
    code: configuration
    mail:
    L’état que je tire chaque matin prend {nn} minutes depuis {jour}, contre deux auparavant. Volume inchangé. Je
    joins le temps des cinq derniers jours :

    | lundi      1 min 52
    | mardi      1 min 58
    | mercredi  {nn} min 10
    | jeudi     {nn} min 47
    note: Lenteur reproduite. Aucun blocage en cours, disque calme.
    tried: État relancé à midi, base au repos : même durée. Index non fragmentés.
    guess: Plan d’exécution changé après la mise à jour des statistiques.
    need: Comparer les plans d’avant et d’après.
    cause: Statistiques recalculées sur un échantillon trop petit, le plan parcourait toute la table.
    fix: L’état tourne de nouveau en moins de deux minutes. Dites-nous demain matin ce que vous mesurez.
    summary: Statistiques recalculées en entier, ancien plan retrouvé : 1 min 49.

    == requete-export
    subject: Extraction des {ventes|absences|réclamations} de l’année
    subject: Besoin d’un export pour {l’audit|le commissaire aux comptes|la direction}
    is: request G4 I4 N2
    about: Bases/Requête
    asset: aucun
    code: assistance
    plan: Extraction lancée la nuit pour ne pas ralentir la base.
    mail:
    Pourriez-vous me sortir {les ventes|les absences|les réclamations} par mois et par site depuis le 1er janvier,
    dans un classeur ? C’est pour le {date}, inutile de se précipiter.
    note: Demande claire, données non nominatives. Accord du contrôle de gestion.
    tried: États existants vérifiés : aucun ne donne le détail par site.
    guess: aucune
    need: Écrire la requête et la lancer hors des heures de travail.
    ask: Faut-il compter les annulations, et arrêter au dernier jour du mois échu ?
    answer: Sans les annulations, et jusqu’au dernier jour du mois échu, oui.
    cause: Demande de service, sans cause technique.
    fix: Le classeur est dans votre espace en ligne, avec une ligne par mois et par site. La requête est gardée :
    nous pourrons la relancer l’an prochain.
    summary: Extraction faite et relue avec le demandeur, requête enregistrée.
    """
}
