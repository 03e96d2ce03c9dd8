extension DemoScenarios {
  /// Printers, labels, scans; and the telephone, which shares their corner of the office.
  static let printing = """
    == file-bloquee
    subject: Rien ne sort de l’imprimante du {etage}
    subject: File d’impression bloquée
    is: incident G3 I3 N1
    about: Impression/File d’impression
    asset: imprimante
    kb: KB-0102
    code: assistance
    phone:
    Une quinzaine de documents en attente sur {equipement}, rien ne sort. L’imprimante a été éteinte et rallumée. Le
    premier document de la liste est en erreur.
    mail:
    L’imprimante du {etage} ne sort plus rien depuis {heure}. On a tous relancé nos documents, donc quand ça va
    repartir, il y aura {nn} exemplaires de tout… Désolé{e} pour les arbres.
    note: Un PDF de {nn} Mo en tête de file, en erreur. Script d’impression déroulé.
    fix: Un document abîmé bloquait la file. Je l’ai retiré ainsi que les doublons ; les suivants sont sortis.
    summary: Document en erreur purgé, service d’impression relancé, doublons supprimés.
    again: La file est de nouveau bloquée, toujours au même endroit.

    == toner
    subject: Toner {noir|cyan|magenta} à remplacer
    subject: Commande de toner pour {equipement}
    is: request G4 I3 N1
    about: Impression/Consommables
    asset: imprimante
    code: remplacement
    portal:
    L’imprimante indique « toner faible » depuis {jour}. Il n’en reste plus dans l’armoire.
    chat!:
    Plus de toner au {etage}, merci d’en commander 🙏
    note: Niveau à 4 %, contrat de consommables actif.
    third: matériel | Bureautique Ligérienne | Livraison de deux cartouches annoncée le {date}.
    fix: Deux cartouches sont arrivées à l’accueil ce matin. L’une est en place, l’autre dans l’armoire du {etage}.
    summary: Cartouche remplacée, réserve reconstituée.

    == scan-courriel
    subject: Numérisation vers courriel en échec
    subject: Le copieur n’envoie plus les scans
    is: incident G3 I3 N1
    about: Impression/Numérisation
    asset: imprimante
    kb: KB-0116
    code: configuration
    mail:
    Le copieur affiche « Erreur d’envoi, code 1102 » dès que l’on numérise vers une adresse. Les {dossiers
    patients|factures|permis de construire} s’accumulent. Les copies, elles, sortent bien.
    phone:
    Plus de numérisation vers courriel depuis {jour}, code 1102 à l’écran. Le service entier s’en sert.
    note: Mot de passe du compte d’envoi expiré {jour}.
    fix: Le copieur envoie de nouveau. Le mot de passe de son compte avait expiré ; il ne dépend plus de cette
    échéance.
    summary: Compte d’envoi du copieur remis en service, secret sans expiration et droits réduits.

    == traces-impression
    subject: Bandes noires sur toutes les impressions
    subject: Impressions tachées
    is: incident G4 I3 N1
    about: Impression/Imprimante
    asset: imprimante
    code: fournisseur
    portal:
    Toutes les pages ont une bande {noire à droite|grise au milieu}. Nous avons changé le toner, nettoyé la vitre,
    sans succès. Impossible d’envoyer cela à un client.
    note: Bande aussi sur la page de test : tambour en fin de vie.
    third: matériel | Copies & Cie | Passage du technicien prévu le {date}, dossier {ref}.
    fix: Le technicien a changé le tambour. La page de test est nette.
    summary: Tambour remplacé sous contrat d’entretien, dossier {ref}.

    == etiqueteuse
    subject: Étiqueteuse du quai {n} : étiquettes décalées
    subject: Étiquettes blanches en expédition
    is: incident G2 I3 N1
    for: kerbihan lachenal verdoyer peridon
    about: Impression/Imprimante
    asset: imprimante
    kb: KB-0130
    code: assistance
    phone:
    L’étiqueteuse sort {une étiquette blanche sur deux|des codes-barres coupés}. Trois camions attendent au quai
    {n}. {prenom} crie à cause des chariots, mais c’est bien urgent.
    note: Nouveau rouleau d’un autre format, capteur non recalibré.
    reply: Gardez le bouton d’avance appuyé jusqu’à deux clignotements, puis relâchez : l’étiqueteuse se recalibre.
    Je reste en ligne.
    fix: Étiqueteuse recalibrée avec vous, étiquettes droites, camions partis. Le bon format de rouleau est noté sur
    le capot.
    summary: Recalibrage après changement de rouleau, consigne affichée sur place.
    again: Cela recommence avec le nouveau carton de rouleaux.

    == imprimante-defaut
    subject: Mon imprimante par défaut change toute seule
    subject: Mes documents sortent à {site} au lieu de mon bureau
    is: incident G4 I4 N1
    about: Impression/Imprimante
    asset: portable
    code: configuration
    mail:
    J’ai imprimé un document confidentiel… à l’autre bout du couloir. L’imprimante par défaut change toute seule
    chaque matin. Pouvez-vous la fixer une bonne fois pour toutes ?
    note: Option « laisser Windows gérer mon imprimante » active.
    fix: Votre imprimante par défaut est fixée. Pour les documents sensibles, utilisez l’impression avec code : je
    vous ai montré où.
    summary: Gestion automatique désactivée, impression sécurisée expliquée.
    """

  /// Desk phones, mobiles, switchboard.
  static let telephony = """
    == tel-sans-tonalite
    subject: Téléphone sans tonalité, {accueil|standard|secrétariat}
    subject: Mon téléphone de bureau ne marche plus
    is: incident G2 I3 N1
    is: incident G3 I4 N1
    about: Téléphonie/Poste fixe
    asset: téléphone
    code: configuration
    mail:
    Mon téléphone affiche « Enregistrement en cours » depuis {heure} et n’a plus de tonalité. Les patients et les
    clients tombent sur un répondeur.
    portal:
    Téléphone du poste {poste} : pas de tonalité, écran « Aucun service ». Débranché et rebranché deux fois.
    note: Port de {switch} revenu en configuration par défaut, VLAN voix absent.
    fix: Votre téléphone est de nouveau enregistré, appel d’essai réussi dans les deux sens.
    summary: VLAN voix remis sur le port, téléphone réenregistré.

    == renvoi-standard
    subject: Modifier le renvoi du standard
    subject: Horaires du standard pour {les fêtes|la fermeture|le pont}
    is: request G4 I3 N1
    about: Téléphonie/Standard
    asset: aucun
    kb: KB-0127
    code: configuration
    plan: Bascule du renvoi à l’heure demandée.
    mail:
    Nous serons fermés le {date}. Merci de renvoyer le standard vers l’astreinte, {tel}, de 12 h à 8 h le lendemain,
    puis de tout remettre comme avant.
    note: Renvoi programmable, essai à faire la veille.
    fix: Le renvoi est programmé et testé. Il se retire tout seul le lendemain à 8 h.
    summary: Renvoi programmé sur plage horaire, essai concluant.

    == mobile-casse
    subject: Écran de mobile cassé
    subject: Téléphone professionnel tombé
    is: request G3 I4 N1
    about: Téléphonie/Mobile
    asset: mobile
    code: remplacement
    portal:
    Mon téléphone professionnel est tombé {d’un camion|dans l’escalier|du lit}. L’écran est en miettes mais il
    s’allume encore. J’ai besoin d’être joignable, je suis d’astreinte {ce week-end|cette semaine}.
    note: Mobile hors garantie. Un appareil de prêt disponible à {site}.
    ask: Un appareil de prêt vous attend à l’accueil. Voulez-vous garder la même carte SIM ou passer en eSIM ?
    answer: La même carte, je n’ai pas le temps de changer quoi que ce soit.
    third: atelier | Répar’Ouest | Devis d’écran, dossier {ref}.
    fix: Votre mobile est réparé, il vous attend à l’accueil. Pensez à rapporter le prêt et à effacer vos photos
    avant.
    summary: Écran remplacé, appareil de prêt rendu et effacé.

    == softphone-echo
    subject: Écho et voix hachée au téléphone
    subject: Mes interlocuteurs m’entendent mal
    is: incident G3 I4 N2
    about: Téléphonie/Softphone
    asset: portable
    code: configuration
    mail:
    On me dit que je parle « comme un robot ». C’est le cas {surtout l’après-midi|en télétravail|depuis {jour}}.
    J’ai changé de casque, même résultat. Mon métier, c’est le téléphone…
    note: Pertes de 6 % sur les appels de l’après-midi, 0 % le matin.
    tried: Autre casque, câble au lieu du Wi-Fi : pertes réduites à 2 %.
    guess: Priorité de la voix non appliquée sur la sortie Internet du site.
    need: Vérifier la qualité de service de la sortie de {site}.
    ask: Pouvez-vous nous donner l’heure précise de trois appels gênés, avec le numéro appelé ?
    answer: Aujourd’hui 14 h 12, 15 h 03 et 15 h 41, toujours vers des mobiles.
    cause: Marquage de la voix perdu depuis le remplacement du routeur.
    fix: La voix est de nouveau prioritaire sur votre site. Nos mesures de l’après-midi sont à 0 % de perte ;
    dites-nous ce que vous entendez.
    summary: Marquage DSCP rétabli sur le routeur, pertes nulles mesurées sur deux après-midi.
    again: C’était parfait une semaine, la voix de robot est revenue.

    == portabilite
    subject: Numéro {tel} non joignable depuis la portabilité
    subject: Les appels vers notre ancien numéro échouent
    is: incident G2 I2 V4
    about: Téléphonie/Standard
    asset: aucun
    code: fournisseur
    phone:
    Depuis le changement d’opérateur, les appels au {tel} venant de certains mobiles tombent dans le vide. {prenom}
    estime la perte à {nn} appels par jour.
    note: Échec confirmé depuis deux réseaux mobiles sur quatre. Routage encore chez l’ancien opérateur.
    tried: Essais depuis quatre réseaux, heures et résultats joints.
    guess: Bases de portabilité non mises à jour chez deux opérateurs.
    need: Relance de l’opérateur et délai ferme.
    third: fournisseur | Opale Télécom | Mise à jour des tables demandée, dossier {ref}.
    reply: L’opérateur reconnaît l’erreur. Un message d’accueil provisoire donne votre autre numéro en attendant.
    cause: Erreur de portabilité chez l’opérateur cédant.
    fix: Le numéro est joignable depuis les quatre réseaux, essais refaits ce matin. Un avoir vous sera proposé.
    summary: Tables de portabilité corrigées par l’opérateur, dossier {ref} clos, essais concluants.
    """
}
