extension DemoScenarios {
  /// Accounts, passwords, rights, arrivals and leavers.
  static let accounts = """
    == mdp-oublie
    subject: Mot de passe oublié
    subject: Mot de passe oublié au retour de congés
    subject: Impossible d’ouvrir ma session Windows
    is: request G4 I4 N1
    is: incident G2 I4 N1
    about: Comptes/Mot de passe
    asset: portable
    kb: KB-0101
    code: assistance
    phone:
    {prenom} rentre de {deux|trois} semaines de congés et ne retrouve plus son mot de passe. Trois essais ratés, la
    session est verrouillée. Rappeler au {tel}.
    mail:
    {Je rentre de vacances|Je reviens de congé parental|J’ai changé mon mot de passe vendredi} et impossible de
    retrouver {mon mot de passe|ce que j’ai mis}. J’écris depuis mon téléphone.

    Pouvez-vous {le réinitialiser|m’en donner un provisoire} ? J’ai une réunion à {bientot}.
    note: Identité vérifiée par rappel sur le poste {poste}. Compte verrouillé depuis {heure}, 3 échecs depuis
    {equipement}, rien d’autre de suspect.
    reply: Je vous rappelle dans cinq minutes sur votre poste fixe pour vérifier votre identité, puis je vous donne
    un mot de passe provisoire de vive voix. Nous ne l’envoyons jamais par courriel.
    fix: Votre compte est déverrouillé et le mot de passe provisoire vous a été donné par téléphone. Il vous sera
    demandé d’en choisir un nouveau à la première ouverture : 12 caractères au moins, différent des cinq derniers.
    summary: Compte déverrouillé, mot de passe provisoire donné par téléphone après contre-appel.
    again: Cela recommence, la session se verrouille toute seule depuis ce matin alors que je tape le bon mot de
    passe.

    == compte-verrouille
    subject: Mon compte se verrouille toutes les heures
    subject: Compte verrouillé en permanence depuis {jour}
    is: incident G2 I4 N2
    about: Comptes/Mot de passe
    asset: portable
    kb: KB-0101
    code: configuration
    mail:
    Depuis que j’ai changé mon mot de passe {jour}, mon compte se verrouille environ toutes les {min} minutes. Vos
    collègues l’ont déjà déverrouillé {n} fois. Ce n’est pas tenable, je perds la moitié de ma journée.

    Je ne tape pas de mauvais mot de passe : cela se produit même quand je ne touche pas au poste.
    phone:
    Compte reverrouillé pour la {n}e fois de la journée, {prenom} est {agacé{e} par la situation|très poli mais à
    bout}. Le verrouillage survient même sans rien taper.
    note: Déverrouillé à {heure}, reverrouillé {min} minutes après. Pas d’échec depuis {equipement} : les tentatives
    viennent d’une autre machine.
    tried: Déverrouillage {n} fois, mots de passe enregistrés vidés sur {equipement}, téléphone passé en mode avion
    pendant une heure : le verrouillage continue.
    guess: Une session oubliée ou une tâche planifiée utilise l’ancien mot de passe sur un serveur.
    need: Trouver la machine source dans le journal du contrôleur de domaine (événement 4740).
    cause: Session laissée déconnectée sur {serveur} avec l’ancien mot de passe ; un lecteur réseau s’y reconnectait
    sans cesse.
    fix: Les tentatives venaient d’une session restée ouverte sur {serveur} depuis {jour}. Elle est fermée ; votre
    compte ne s’est plus verrouillé depuis deux heures. Pensez à vous déconnecter du bureau à distance plutôt que de
    fermer la fenêtre.
    summary: Session orpheline sur {serveur} fermée, lecteur réseau enregistré supprimé. Aucun verrouillage depuis.

    == mfa-nouveau-telephone
    subject: Nouveau téléphone, plus de code de validation
    subject: Double authentification à refaire
    subject: MFA : je ne reçois plus la demande d’approbation
    is: incident G2 I4 N1
    about: Comptes/Double authentification
    asset: mobile
    kb: KB-0109
    code: configuration
    portal:
    J’ai changé de téléphone {ce week-end|{jour}} et l’application de validation est vide sur le nouveau. Je ne peux
    plus me connecter {à la messagerie|au VPN|à rien du tout}. L’ancien téléphone est déjà {réinitialisé|rendu à la
    boutique}.
    chat!:
    bonjour, nouveau téléphone et plus moyen de valider la connexion 😕 l’ancien est déjà effacé. urgent si possible,
    je suis en clientèle à {bientot}
    note: Identité vérifiée en visio (badge présenté). Une seule méthode enregistrée, l’ancien téléphone.
    ask: Pour réinscrire votre téléphone, il nous faut vérifier votre identité. Quand pouvez-vous prendre un appel
    vidéo de cinq minutes, votre badge sous la main ?
    answer: {Maintenant c’est parfait.|Je suis libre à {bientot}.|Cet après-midi après 15 h.} Je garde mon badge
    avec moi.
    fix: L’ancienne méthode est retirée. À votre prochaine connexion, un QR code s’affiche : visez-le avec
    l’application sur le nouveau téléphone. Ajoutez aussi votre ligne fixe comme secours, cela vous évitera de nous
    appeler la prochaine fois.
    summary: Méthode d’authentification remise à zéro après contrôle d’identité ; nouveau téléphone inscrit avec
    l’utilisateur.

    == arrivee
    subject: Arrivée le {date} : {nouveau}
    subject: Nouveau collaborateur : poste et comptes pour {nouveau}
    subject: Prévoir un poste pour {nouveau}
    is: request G4 I4 N1
    about: Comptes/Arrivée
    asset: portable
    kb: KB-0105
    code: configuration
    plan: Préparation du poste et remise en main propre le jour de l’arrivée.
    portal:
    Nous accueillons {nouveau} le {date} à {site}, au service {qualité|comptabilité|exploitation|accueil|ressources
    humaines}.

    Merci de prévoir : un portable avec station d’accueil, {un|deux} écran{|s}, une boîte aux lettres, les mêmes
    droits que {collegue} {et un téléphone mobile|, pas de téléphone|et un badge d’accès au parking}.
    mail:
    Petite question d’organisation : {nouveau} nous rejoint le {date}. Je n’ai pas encore {sa date de fin de
    contrat|le numéro de bureau}, je vous l’envoie dès que possible. Mêmes accès que {collegue}, s’il vous plaît.
    note: Demande complète hormis le modèle de droits. Un portable disponible au stock de {site}, à masteriser.
    ask: Merci pour votre demande. Pouvez-vous nous confirmer {le bureau|la date de fin de contrat|le logiciel
    métier à installer} et le responsable qui valide les droits ?
    answer: Bureau {n}12, validation par {collegue}. {Contrat jusqu’à fin juin.|C’est un contrat sans limite de
    durée.}
    reply: Le compte est créé et le poste est en préparation. Les identifiants seront remis en main propre le jour
    de l’arrivée.
    fix: Le poste {equipement} est installé, la boîte aux lettres et les droits sont ouverts. {nouveau} a signé la
    charte et s’est connecté avec nous ce matin.
    summary: Compte, boîte, groupes et poste {equipement} livrés. Liste d’arrivée complète, charte signée.

    == depart
    subject: Départ de {collegue} le {date}
    subject: Fin de contrat : fermer les accès de {collegue}
    is: request G4 I4 N1
    about: Comptes/Départ
    asset: portable
    code: configuration
    plan: Fermeture des accès le soir du départ, récupération du matériel.
    portal:
    {collegue} quitte l’entreprise le {date}. Merci de couper les accès à 18 h ce jour-là, de mettre une réponse
    automatique renvoyant vers moi et de me donner accès à sa boîte pendant un mois.

    Matériel à reprendre : le portable {equipement}{, un téléphone|, un badge et un téléphone|}.
    mail:
    Comme convenu avec la direction, départ de {collegue} le {date}. {C’est un départ un peu tendu, merci de rester
    discrets jusqu’à cette date.|Rien d’urgent d’ici là.}
    note: Demande validée par les ressources humaines. Boîte à conserver 30 jours puis à archiver.
    ask: Qui doit recevoir les documents enregistrés sur son espace personnel ?
    answer: Vous pouvez tout transférer sur l’espace de l’équipe, je ferai le tri.
    fix: Les accès sont fermés depuis 18 h, la réponse automatique est en place et la boîte vous est ouverte pour 30
    jours. Le matériel a été récupéré.
    summary: Compte désactivé, licences libérées, boîte déléguée pour 30 jours, {equipement} rendu au stock.

    == droits-partage
    subject: Accès au dossier {Facturation|Marchés|Qualité|Paie|Plans} refusé
    subject: Je n’ai plus accès au lecteur {lecteur}:
    is: request G4 I4 N1
    is: incident G3 I4 N1
    about: Comptes/Droits d’accès
    asset: portable
    kb: KB-0110
    code: configuration
    mail:
    Depuis {jour}, quand j’ouvre le dossier partagé de {l’équipe|mon service}, j’ai « Accès refusé ». {collegue},
    qui fait le même travail, y accède sans problème. J’en ai besoin pour {la clôture|le dossier d’appel
    d’offres|préparer l’audit}.
    chat!:
    Bonjour, accès refusé sur {lecteur}: depuis {jour}. Besoin pour {la clôture|un audit}. Merci
    note: Retiré du groupe lors de son changement de service {jour}. Le propriétaire du dossier doit valider.
    ask: L’accès à ce dossier est soumis à l’accord de son propriétaire. Pouvez-vous lui demander de nous le
    confirmer en réponse à ce message ?
    answer: C’est {collegue} qui gère ce dossier, accord donné par téléphone et confirmé ci-dessous.
    fix: Vous avez de nouveau accès au dossier. Fermez puis rouvrez votre session pour que le changement soit pris
    en compte.
    summary: Ajout au groupe après accord écrit du propriétaire du dossier.
    again: Toujours « Accès refusé », même après avoir redémarré.

    == acces-prestataire
    subject: Accès temporaire pour un prestataire
    subject: Ouvrir un accès VPN à notre prestataire {Mécalys|Orfée Conseil|Tressens|Altibois}
    is: request G4 I4 N2
    about: Comptes/Droits d’accès
    asset: aucun
    code: configuration
    mail:
    Le prestataire qui entretient {notre logiciel de planning|nos automates|la gestion du stock} doit intervenir à
    distance entre le {date} et la semaine suivante. Il lui faut un accès au serveur {serveur}, et rien d’autre.

    Je suis son interlocuteur. Un contrat de confidentialité est signé.
    note: Accès nominatif, limité à {serveur}, avec date de fin. Accord du responsable reçu.
    tried: Compte nominatif préparé en N1, sans droits. Accord écrit joint au ticket.
    guess: aucune
    need: Ouvrir la règle de pare-feu vers {serveur} seul, avec une date de fin, et activer l’enregistrement de
    session.
    ask: Il nous faut le nom de l’intervenant, son courriel professionnel et un numéro de mobile pour la double
    authentification.
    answer: C’est {nouveau}, je vous transmets son numéro par téléphone.
    cause: Demande de service, sans cause technique.
    fix: L’accès nominatif est ouvert aux dates demandées, limité à {serveur}, et se ferme tout seul. L’intervenant
    a reçu ses instructions.
    summary: Compte prestataire nominatif, règle limitée à {serveur}, fin automatique.

    == changement-nom
    subject: Changement de nom après mariage
    subject: Changer mon adresse de messagerie (changement de nom)
    is: request G4 I4 N1
    about: Comptes/Droits d’accès
    asset: aucun
    code: configuration
    mail:
    Je me suis {marié{e}|pacsé{e}} cet été et les RH ont mis mon dossier à jour. J’aimerais que mon adresse suive,
    sans perdre les courriels envoyés à l’ancienne. Rien d’urgent, quand vous aurez un moment.
    note: Changement confirmé par les RH. L’ancienne adresse reste en alias.
    fix: Votre nouvelle adresse est active et l’ancienne continue de fonctionner. L’identifiant de session, lui, ne
    change pas.
    summary: Adresse principale modifiée, ancienne adresse gardée en alias, carnet d’adresses à jour.

    == mdp-equipe
    subject: {n} mots de passe à réinitialiser dans l’équipe
    subject: Toute l’équipe est bloquée après l’expiration des mots de passe
    is: incident G2 I3 N1
    about: Comptes/Mot de passe
    asset: aucun
    kb: KB-0101
    code: assistance
    phone:
    {demandeur} appelle pour {n} collègues du même bureau : leurs mots de passe ont tous expiré {ce matin|dans la
    nuit} et l’avis est parti dans les indésirables. Personne ne peut {facturer|ouvrir le planning}.
    note: Les {n} comptes ont été créés le même jour, d’où l’expiration groupée. Avis d’expiration bien dans les
    indésirables.
    reply: J’appelle chaque personne sur son poste pour lui donner un mot de passe provisoire. Comptez un quart
    d’heure.
    fix: Les {n} comptes sont débloqués, chacun a choisi son nouveau mot de passe avec nous. Les avis d’expiration
    ne seront plus classés en indésirables.
    summary: {n} comptes réinitialisés un par un ; expéditeur des avis ajouté à la liste sûre.

    == compte-service-expire
    subject: Échec de tous les exports de nuit
    subject: Les échanges automatiques ne partent plus depuis minuit
    is: incident G2 I2 N3
    about: Comptes/Compte de service
    asset: serveur
    code: configuration
    kb: KB-0126
    mail:
    Aucun export n’est parti cette nuit : ni {la banque|les commandes}, ni {la paie|le stock}. Le journal de la
    tâche dit :

    | 00:00:04 ERROR connexion refusée pour svc-echanges
    | 00:00:04 ERROR code 1330 : le mot de passe de ce compte a expiré
    | 00:00:05 WARN  {nn} fichiers restés en attente

    La banque attend nos fichiers avant {bientot}.
    note: Compte svc-echanges expiré à minuit. {nn} fichiers en attente, rien de perdu.
    tried: Relance manuelle de la tâche, même refus. Fichiers en attente mis de côté et comptés.
    guess: Le compte de service n’est pas exclu de la stratégie d’expiration.
    need: Changer le secret du compte et le reporter partout où il sert, sans couper les échanges du matin.
    cause: Compte de service créé à la main hors du groupe dont les mots de passe sont renouvelés automatiquement.
    fix: Le compte est réparé et les {nn} fichiers sont partis à {retour}. Aucun n’a été perdu ni envoyé deux fois.
    summary: Secret renouvelé, compte passé en compte géré, {nn} fichiers relancés et rapprochés.
    """
}
