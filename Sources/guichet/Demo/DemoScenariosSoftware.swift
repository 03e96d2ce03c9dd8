extension DemoScenarios {
  /// Office software, licences, cloud storage, meetings; and advice.
  static let software = """
    == installation-logiciel
    subject: Installation de {logiciel}
    subject: Demande d’installation : {logiciel}
    is: request G4 I4 N1
    about: Logiciel/Installation
    asset: portable
    kb: KB-0104
    code: configuration
    portal:
    J’aurais besoin de {logiciel} sur mon poste {equipement} pour {un dossier client|le projet de
    {collegue}|retoucher des documents reçus}. Mon responsable est d’accord.
    chat!:
    Bonjour, possible d’installer {logiciel} ? merci !
    note: Logiciel au catalogue. Une licence libre.
    ask: Ce logiciel demande l’accord de votre responsable. Pouvez-vous le mettre en copie de votre réponse ?
    answer: C’est fait, il est en copie et vous confirme son accord.
    fix: {logiciel} est installé, vous le trouverez dans le menu Démarrer. Il se mettra à jour tout seul.
    summary: {logiciel} installé depuis le catalogue, licence affectée.

    == licence-expiree
    subject: Licence expirée : {logiciel}
    subject: « Produit sans licence » dans {logiciel}
    is: incident G3 I4 N1
    about: Logiciel/Licence
    asset: portable
    code: configuration
    mail:
    Un bandeau rouge me dit que {logiciel} passera en lecture seule dans {n} jours. Je l’utilise tous les jours. Que
    dois-je faire ?
    note: Licence affectée à l’ancien compte. Nouvelle affectation à faire.
    third: devis/accord | Bureautique Ligérienne | Une licence de plus à commander, devis {ref} envoyé au client.
    fix: Une licence est affectée à votre compte. Fermez {logiciel}, rouvrez-le : le bandeau a disparu.
    summary: Licence réaffectée, produit activé.

    == excel-macro
    subject: Macro Excel bloquée
    subject: « Les macros de ce fichier ont été bloquées »
    is: incident G3 I4 N1
    about: Logiciel/Bureautique
    asset: portable
    kb: KB-0129
    code: formation
    mail:
    Depuis la dernière mise à jour, mon classeur de {planning|chiffrage|suivi des heures} s’ouvre avec un bandeau
    rouge et les boutons ne font plus rien. Ce fichier a dix ans et tout le service s’en sert.
    note: Fichier reçu par courriel, marqué comme venant d’Internet. Auteur connu, macro relue.
    ask: D’où vient exactement ce classeur : d’un dossier du réseau ou d’une pièce jointe ?
    answer: De {collegue}, par courriel. L’original est sur {lecteur}:.
    fix: Ouvrez l’original sur {lecteur}: plutôt que la pièce jointe : l’emplacement est de confiance, les macros y
    fonctionnent. Nous l’avons vérifié ensemble.
    summary: Utilisation depuis l’emplacement approuvé expliquée, sécurité des macros inchangée.

    == excel-plante
    subject: Excel se ferme à l’ouverture d’un gros classeur
    subject: Excel plante à chaque enregistrement
    is: incident G3 I4 N1
    about: Logiciel/Bureautique
    asset: portable
    code: correctif logiciel
    portal:
    Excel se ferme sans message quand {j’ouvre|j’enregistre} le classeur de {reporting|trésorerie|stocks}. Il fait
    {nn} Mo. Sur le poste de {collegue}, pas de problème.
    note: Complément d’un ancien logiciel chargé au démarrage. Stable en mode sans échec.
    ask: Pouvez-vous essayer d’ouvrir le classeur en gardant la touche Ctrl appuyée au lancement d’Excel ?
    answer: Comme cela il s’ouvre ! Mais les barres d’outils sont différentes.
    fix: Un vieux complément faisait planter Excel. Il est retiré ; le classeur s’ouvre et s’enregistre normalement.
    summary: Complément obsolète désactivé, Office réparé.
    again: Excel vient de se fermer deux fois cet après-midi, avec le même classeur.

    == maj-echec
    subject: Mise à jour bloquée à {nn} %
    subject: Windows se met à jour en boucle
    is: incident G3 I4 N1
    about: Logiciel/Mise à jour
    asset: portable
    kb: KB-0119
    code: mise à jour
    phone:
    Mise à jour en boucle depuis {jour} : monte à {nn} %, échoue, recommence au démarrage suivant. Vingt minutes
    perdues chaque matin.
    note: Code 0x80070070 : place insuffisante sur la partition de démarrage.
    fix: La mise à jour est passée à {retour}. La partition de démarrage manquait de place, c’est réglé pour les
    suivantes.
    summary: Place libérée sur la partition de démarrage, mise à jour installée.

    == signature-electronique
    subject: Signature électronique refusée
    subject: Clé de signature non reconnue
    is: incident G2 I4 N2
    for: sorbe maillard tilleul kerbihan
    about: Logiciel/Bureautique
    asset: portable
    code: mise à jour
    mail:
    Je dois signer {les mandats|un marché|les liasses} avant ce soir et ma clé n’est plus reconnue. Le voyant est
    allumé. Message : « Aucun certificat valide trouvé ».
    note: Certificat valable encore {n} mois. Pilote de la clé absent après la mise à jour du poste.
    tried: Autre port, autre poste : la clé est reconnue sur l’ancien modèle.
    guess: Pilote incompatible avec la dernière version de Windows.
    need: Pilote signé pour cette version, ou poste de secours d’ici ce soir.
    cause: Pilote de la clé retiré par la mise à jour, non signé pour cette version.
    fix: Le nouveau pilote est installé ; vous avez signé à {retour}. Il est ajouté au standard des postes de
    signature.
    summary: Pilote de clé mis à jour, signature vérifiée avec l’utilisateur.

    == teams-sans-son
    subject: Pas de son en visioconférence
    subject: On ne m’entend pas dans les réunions
    is: incident G3 I4 N1
    about: Cloud/Visioconférence
    asset: portable
    kb: KB-0114
    code: assistance
    chat!:
    en réunion là tout de suite, personne ne m’entend, help
    mail:
    En réunion à distance, {je n’entends rien|personne ne m’entend}, alors que la musique de mon poste marche. J’ai
    redémarré. Prochaine réunion à {bientot}.
    note: Micro de la station choisi au lieu du casque.
    fix: Le bon micro est choisi et l’essai est concluant. Dans la réunion : menu « … », Paramètres de l’appareil.
    summary: Périphérique audio corrigé avec l’utilisateur, essai fait.

    == salle-visio
    subject: Écran de la salle {salle} : partage impossible
    subject: Visioconférence en panne, salle {salle}
    is: incident G3 I3 N2
    about: Cloud/Visioconférence
    asset: aucun
    code: mise à jour
    phone:
    Comité de direction à {bientot} en salle {salle} et l’écran affiche « compte déconnecté ». {demandeur} demande
    quelqu’un sur place.
    note: Compte de la salle déconnecté. Solution provisoire : portable branché en HDMI.
    tried: Redémarrage de l’appareil de salle, reconnexion refusée.
    guess: Compte de salle touché par la nouvelle règle de double authentification.
    need: Exclure les comptes de salle de la règle, ou les déclarer comme appareils.
    cause: Règle d’accès étendue par erreur aux comptes de salle.
    fix: Les {n} salles sont reconnectées et la salle {salle} a été essayée avec un appel réel.
    summary: Comptes de salle sortis de la règle et limités à leurs appareils.

    == synchro-nuage
    subject: Mes fichiers ne se synchronisent plus
    subject: Croix rouge sur mes dossiers
    is: incident G3 I4 N1
    about: Cloud/Stockage
    asset: portable
    kb: KB-0115
    code: assistance
    portal:
    Croix rouge sur {nn} fichiers depuis {jour}. Je modifie un document à la maison et au bureau j’ai l’ancienne
    version. J’ai peur de perdre du travail.
    note: Noms de fichiers trop longs et un caractère interdit.
    fix: {nn} fichiers avaient un nom trop long. Nous les avons raccourcis ensemble, tout est synchronisé. Aucune
    version n’a été perdue.
    summary: Noms raccourcis, synchronisation complète, versions vérifiées.

    == partage-externe
    subject: Partager un dossier avec l’extérieur
    subject: Notre partenaire n’arrive pas à ouvrir le lien
    is: request G4 I4 N1
    about: Cloud/Partage
    asset: aucun
    code: configuration
    mail:
    Je travaille avec {un cabinet|un architecte|un laboratoire} sur un dossier commun. Le lien que je lui envoie lui
    demande un compte qu’il n’a pas. Comment faire sans tout ouvrir à tout le monde ?
    note: Partage externe permis pour cet espace, par invitation nominative.
    ask: Quelle est l’adresse professionnelle de votre correspondant, et jusqu’à quand doit-il avoir accès ?
    answer: Je vous la donne par téléphone. Jusqu’à la fin du trimestre.
    fix: Votre correspondant a reçu une invitation à son nom, valable jusqu’à la fin du trimestre. Il a ouvert le
    dossier à {retour}.
    summary: Invité externe nominatif avec date de fin, dossier limité.

    == conseil-achat
    subject: Conseil pour l’achat {d’un portable|d’une imprimante|d’un vidéoprojecteur}
    subject: Quel matériel choisir pour {nouveau} ?
    is: advice G4 I4 N1
    about: Conseil/Achat
    asset: aucun
    kb: KB-0104
    code: assistance
    mail:
    J’ai un budget de {nn}00 € à dépenser avant la fin de l’année. Mieux vaut-il {un portable léger|un poste fixe
    avec deux écrans} pour quelqu’un qui est {souvent en déplacement|en télétravail trois jours par semaine} ? Je
    n’y connais rien et les vendeurs me disent tous autre chose.
    ask: Quels logiciels cette personne utilise-t-elle, et travaille-t-elle sur de gros fichiers ?
    answer: Messagerie, navigateur et Excel, rien de lourd.
    note: Usage bureautique simple : modèle standard suffisant.
    fix: Le portable standard de 14 pouces convient, avec une station et un seul grand écran. Il tient dans votre
    budget et nous le gardons en stock.
    summary: Modèle standard conseillé, devis demandé au fournisseur habituel.

    == conseil-telephone
    subject: Sauvegarder les photos de chantier
    subject: Conseil : que faire des photos prises au téléphone ?
    is: advice G4 I4 N1
    about: Conseil/Usage
    asset: mobile
    code: formation
    portal:
    Je prends {nn} photos par jour avec le téléphone de l’entreprise. Je les envoie une par une par courriel… Il
    doit y avoir mieux, non ?
    note: Application de l’espace en ligne non installée sur le mobile.
    fix: Vos photos partent maintenant toutes seules dans l’espace en ligne, dossier « Chantiers », dès que vous
    êtes en Wi-Fi. Plus besoin de courriel.
    summary: Envoi automatique des photos activé et montré.

    == conseil-formation
    subject: Formation à {Excel|la messagerie|Teams} pour {n} personnes
    subject: Besoin d’une prise en main pour l’équipe
    is: advice G4 I3 N1
    about: Conseil/Formation
    asset: aucun
    code: formation
    plan: Atelier d’une heure, sur place.
    mail:
    Nous sommes {n} à ne pas être à l’aise avec {les tableaux croisés|les agendas partagés|la visioconférence}. Une
    heure avec quelqu’un de patient nous ferait gagner un temps fou. Le {date} nous irait bien.
    ask: Avec plaisir. Le {date} à 10 h vous convient-il, dans une salle avec un écran ?
    answer: Le {date} à 10 h, salle {salle}. Nous apporterons les croissants.
    note: {n} personnes, niveau débutant, exercices sur leurs propres fichiers.
    fix: L’atelier a eu lieu et le support est dans votre espace. Les croissants étaient excellents. Écrivez-nous si
    une question vous revient.
    summary: Atelier d’une heure, {n} participants, support remis.
    """
}
