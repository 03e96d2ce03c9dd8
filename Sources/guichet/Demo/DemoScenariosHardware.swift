extension DemoScenarios {
  /// What is carried, scanned, lent and counted.
  static let hardware = """
    == douchette
    subject: Douchette qui ne lit plus les codes-barres
    subject: Lecteur de codes-barres du quai {n} en panne
    is: incident G3 I4 N1
    for: kerbihan lachenal peridon verdoyer
    about: Poste/Périphériques
    asset: douchette
    code: assistance
    phone:
    La douchette bipe mais rien ne s’affiche. Les préparateurs tapent les codes à la main. {prenom} est au quai {n},
    bruyant, préférer le {tel}.
    chat!:
    douchette quai {n} lit mais écrit n’importe quoi : que des & et des é au lieu des chiffres
    note: Clavier passé en français dans le pied de page du lecteur : chiffres lus comme &é"'.
    fix: Scannez la feuille plastifiée fixée au poste, code « FR » : les chiffres reviennent. Nous l’avons vérifié
    avec trois étiquettes.
    summary: Disposition de clavier du lecteur remise en français.

    == pret-materiel
    subject: Prêt d’un vidéoprojecteur le {date}
    subject: Besoin de {n} portables pour une formation
    is: request G4 I4 N1
    about: Poste/Remplacement
    asset: aucun
    code: assistance
    plan: Matériel préparé la veille, retour le lendemain.
    portal:
    Nous organisons une journée de formation le {date} à {site} et il nous faudrait {n} portables avec accès à
    Internet seulement. Retour le lendemain matin.
    note: {n} portables libres au prêt sur ces dates.
    fix: Les {n} portables sont revenus au complet et ont été effacés. À une prochaine fois.
    summary: Prêt de {n} portables, retour complet, postes effacés.

    == inventaire-ecart
    subject: Écart d’inventaire : {n} postes introuvables
    subject: Mise à jour de l’inventaire de {site}
    is: request G4 I3 N1
    about: Poste/Inventaire
    asset: aucun
    code: configuration
    mail:
    En préparant l’assurance, je trouve {n} ordinateurs sur votre liste que personne n’a vus ici. Ont-ils été repris
    ? Je joins notre comptage, bureau par bureau.
    note: {n} postes sans connexion depuis plus de 90 jours.
    ask: Deux de ces postes ont été repris en mars. Pour les autres, le dernier utilisateur connu est {collegue} :
    pouvez-vous vérifier ?
    answer: Trouvés ! Ils étaient dans l’armoire du fond, derrière les calendriers.
    fix: L’inventaire est à jour et la liste signée est dans votre espace, prête pour l’assureur.
    summary: Écart expliqué poste par poste, inventaire corrigé et remis.

    == ventilateur
    subject: Mon ordinateur fait un bruit d’avion
    subject: Ventilateur bruyant
    is: incident G4 I4 N1
    about: Poste/Ordinateur
    asset: portable
    code: réparation matérielle
    mail:
    Mon portable souffle si fort que mes collègues {lèvent la tête|ont déménagé, j’exagère à peine}. Il chauffe
    surtout quand il est posé sur la station.
    note: Température à 92 °C au repos, poussière probable. Garantie jusqu’en juin.
    third: atelier | Répar’Ouest | Nettoyage et pâte thermique, retour annoncé le {date}.
    fix: Le ventilateur a été nettoyé et la température est redescendue de 25 degrés. Vos collègues peuvent revenir.
    summary: Dépoussiérage et pâte thermique refaite sous garantie.

    == badge-poste
    subject: Lecteur de carte {agent|CPS|de badge} non reconnu
    subject: Ma carte professionnelle n’ouvre plus la session
    is: incident G2 I4 N1
    for: tilleul sorbe
    about: Poste/Périphériques
    asset: fixe
    code: assistance
    phone:
    La carte n’est plus lue sur {equipement} depuis {heure}. Elle fonctionne sur le poste voisin. {prenom} est entre
    deux rendez-vous.
    note: Lecteur reconnu, service de carte arrêté.
    fix: Le service de lecture était arrêté ; il est relancé et redémarrera tout seul. Votre carte ouvre de nouveau
    la session.
    summary: Service de carte relancé et passé en démarrage automatique.

    == preventif
    subject: Contrôle préventif mensuel des serveurs de {site}
    subject: Visite préventive de {site}
    is: request G4 I3 N2
    about: Serveurs/Supervision
    asset: serveur
    code: mise à jour
    plan: Contrôle mensuel hors des heures d’ouverture.
    portal:
    Visite du mois prévue au contrat : mises à jour, espace disque, journaux, restauration d’essai, onduleur,
    nettoyage de la baie. Merci de prévenir {collegue} avant tout redémarrage.
    note: Liste de contrôle du contrat jointe. Le site est prévenu.
    tried: Relevés pris à distance : tout au vert sauf un correctif en attente.
    guess: aucune
    need: Passage des correctifs et restauration d’essai.
    cause: Maintenance préventive, sans incident.
    fix: La visite est faite : correctifs posés, restauration d’essai réussie en {nn} minutes, baie dépoussiérée. Le
    relevé est joint.
    summary: Liste de contrôle mensuelle complète, correctifs posés, restauration d’essai réussie.
    """
}
