extension DemoScenarios {
  /// Wi-Fi, VPN, switches, links: from one socket to a whole site.
  static let network = """
    == vpn-coupures
    subject: VPN : coupure toutes les {min} minutes
    subject: Le VPN me déconnecte sans arrêt en télétravail
    subject: Télétravail impossible, VPN instable
    is: incident G2 I4 N2
    about: Réseau/VPN
    asset: portable
    kb: KB-0107
    code: contournement
    mail:
    Depuis {jour}, le VPN tombe toutes les {min} minutes. Il se reconnecte, mais {mon logiciel de gestion se
    ferme|je perds ma saisie|la visio coupe}. Ma connexion Internet est bonne, mes enfants regardent des vidéos sans
    souci à côté.

    | 09:12:41 tunnel up, gateway 198.51.100.{n}
    | 09:2{n}:07 dpd timeout, no answer after 3 retries
    | 09:2{n}:09 tunnel down, reason 0x1e
    chat!:
    VPN qui coupe toutes les {min} min depuis {jour}. Fibre OK, wifi OK. J’ai redémarré la box. Une idée ?
    note: Client VPN en version 7.4. Deux autres appels identiques hier, même version.
    tried: Redémarrage de la box, connexion en partage de téléphone : mêmes coupures. Autre poste en 7.3 au même
    endroit : stable.
    guess: Régression de la version 7.4 du client sur la détection d’absence de réponse.
    need: Confirmer sur les journaux de la passerelle et dire s’il faut revenir en 7.3.
    ask: Quelle version affiche le client VPN (menu Aide, À propos) ? Et les coupures se produisent-elles aussi en
    partage de connexion depuis votre téléphone ?
    answer: Version 7.4.1. Et oui, pareil avec le téléphone.
    cause: Le client 7.4 ferme le tunnel après trois réponses tardives au lieu de cinq ; corrigé par l’éditeur en
    7.4.3.
    fix: Le client a été ramené en 7.3 sur votre poste. L’éditeur a corrigé le défaut, la nouvelle version sera
    installée toute seule la semaine prochaine.
    summary: Retour au client 7.3 en attendant la 7.4.3. Rattaché à l’erreur connue.
    again: Les coupures ont repris ce matin, mon client est repassé tout seul en 7.4.

    == vpn-lent
    subject: VPN très lent
    subject: Lenteurs sur les fichiers à distance
    is: incident G3 I4 N1
    about: Réseau/VPN
    asset: portable
    code: configuration
    mail:
    En télétravail, ouvrir un {plan|classeur|PDF} de quelques mégas prend {min} minutes, alors qu’au bureau c’est
    instantané. Mon débit mesuré est de {nn} Mb/s. Est-ce le VPN ?
    note: Tout le trafic passe par le tunnel, vidéo comprise : profil d’un ancien poste.
    ask: Pouvez-vous refaire une mesure VPN coupé, puis VPN ouvert, et nous envoyer les deux chiffres ?
    answer: Coupé : {nn}0 Mb/s. Ouvert : {n} Mb/s. Donc c’est bien lui.
    fix: Votre poste utilisait un ancien profil qui faisait passer tout Internet par le VPN. Il est remplacé ; les
    fichiers s’ouvrent maintenant normalement.
    summary: Profil VPN remplacé par le profil courant (tunnel partagé).

    == wifi-salle
    subject: Wi-Fi instable en salle {salle}
    subject: Pas de Wi-Fi en salle {salle}
    is: incident G3 I3 N2
    about: Réseau/Wi-Fi
    asset: borne
    kb: KB-0122
    code: configuration
    mail:
    Impossible de tenir une réunion en salle {salle} : le Wi-Fi décroche {dès qu’on est plus de dix|toutes les dix
    minutes}. Les clients assistent à nos excuses, c’est gênant. Dans le couloir, aucun souci.
    phone:
    Réunion en cours en salle {salle}, plus de Wi-Fi pour personne, {n} personnes. {prenom} demande une solution
    tout de suite, la suite pourra attendre.
    note: Borne {equipement} joignable, {nn} clients, canal 6 saturé. Câble de secours apporté en salle.
    tried: Borne redémarrée : mieux pendant une heure. Canal changé à la main, revenu tout seul.
    guess: Deux bornes voisines sur le même canal depuis le réaménagement de l’étage.
    need: Revoir le plan de canaux de l’étage et la puissance de {equipement}.
    reply: Un câble réseau est disponible dans le boîtier sous la table, il vous dépanne pour la réunion. Nous
    réglons la borne ensuite.
    cause: Plan radio non refait après le déplacement des cloisons : trois bornes sur le canal 6.
    fix: Le plan de fréquences de l’étage a été refait et testé avec vingt postes en salle {salle}. Dites-nous si la
    prochaine réunion se passe bien.
    summary: Plan de canaux de l’étage refait, puissance de {equipement} baissée, essai à vingt postes concluant.
    again: Nouvelle réunion ce matin et nouvelles coupures, pile au bout d’un quart d’heure.

    == site-isole
    subject: Plus d’Internet ni de téléphone à {site}
    subject: Site de {site} totalement coupé
    is: incident G1 I1 V4
    major: oui
    about: Réseau/Liaison
    asset: site
    code: fournisseur
    phone:
    Plus rien à {site} depuis {heure} : ni Internet, ni téléphone fixe, ni logiciel de gestion. {nn} personnes
    arrêtées. {demandeur} appelle de son mobile, {tel}. Des travaux de voirie devant le bâtiment.
    note: Routeur de {site} injoignable, lien de secours 4G monté mais sature. Opérateur prévenu, ticket {ref}.
    tried: Routeur redémarré sur place par {demandeur}, voyant de ligne rouge. Boîtier optique éteint : fibre sans
    lumière.
    guess: Fibre arrachée par les travaux.
    need: Réparation par l’opérateur, délai à obtenir ; d’ici là, réserver le lien de secours aux usages vitaux.
    third: fournisseur | Opale Télécom | Coupure de fibre confirmée, équipe de soudure en route, dossier {ref}.
    reply: La fibre est coupée devant le bâtiment. Le lien de secours est réservé au téléphone et au logiciel de
    gestion. Prochain point à {bientot}, ou avant si nous avons du nouveau.
    cause: Fibre sectionnée par un engin de chantier, hors de notre périmètre.
    fix: La fibre est réparée et le site est revenu à la normale depuis {retour}. Nous surveillons jusqu’à demain et
    vous envoyons un compte rendu.
    summary: Fibre ressoudée par l’opérateur, bascule retour contrôlée, service normal depuis {retour}.

    == prise-murale
    subject: Prise réseau sans signal, bureau {n}12
    subject: Pas de réseau depuis le déménagement de bureau
    is: incident G3 I4 N1
    about: Réseau/Câblage
    asset: fixe
    kb: KB-0103
    code: configuration
    portal:
    J’ai changé de bureau {jour}, et le câble branché au mur ne donne rien : « câble réseau débranché ». La prise
    porte le numéro {etage}-{nn}.
    note: Prise {etage}-{nn} non brassée dans le local du {etage} étage.
    fix: La prise {etage}-{nn} est raccordée, votre poste a retrouvé le réseau. Le plan de brassage est à jour.
    summary: Prise {etage}-{nn} brassée sur {switch}.

    == poste-sans-reseau
    subject: Plus de réseau sur mon poste
    subject: « Aucun accès Internet » depuis ce matin
    is: incident G2 I4 N1
    about: Réseau/Connectivité
    asset: fixe
    kb: KB-0103
    code: configuration
    phone:
    Plus de réseau sur {equipement} depuis {heure}, un triangle jaune en bas à droite. Les voisins ont du réseau.
    {prenom} ne peut pas travailler.
    mail!:
    Bonjour,

    Plus de réseau depuis ce matin. J’envoie ceci de mon téléphone. Merci de me rappeler au {tel}.

    {prenom}
    note: Adresse en 169.254, donc pas de réponse DHCP. Carte et câble corrects.
    tried: Script « poste sans réseau » déroulé jusqu’au bout : câble, prise, carte, adresse.
    guess: Adresse non attribuée, plage DHCP peut-être pleine.
    need: Vérifier l’étendue DHCP du site.
    fix: Votre poste a retrouvé une adresse et le réseau. {Un câble mal enclenché derrière la station.|La carte
    réseau s’était mise en veille, c’est corrigé.}
    summary: Script « poste sans réseau » : mise en veille de la carte désactivée, réseau rétabli.

    == dhcp-epuise
    subject: Les nouveaux postes n’ont plus de réseau à {site}
    subject: {n} personnes sans réseau à {site}
    is: incident G2 I2 N2
    about: Réseau/Connectivité
    asset: serveur
    kb: KB-0123
    code: configuration
    mail:
    {n} personnes n’ont pas de réseau ce matin à {site}, et ce ne sont jamais les mêmes. Les premiers arrivés ont de
    la chance, les autres non.

    | Carte Ethernet : adresse 169.254.{nn}.{nn}
    | Passerelle par défaut :
    | Serveur DHCP :
    note: Étendue de {site} occupée à 100 %. Beaucoup de baux de téléphones.
    tried: Libération des baux expirés : {n} adresses rendues, reprises en vingt minutes.
    guess: Les téléphones personnels prennent les adresses du réseau bureautique.
    need: Séparer les téléphones, ou agrandir l’étendue.
    cause: Un réseau sans fil d’invités rattaché par erreur au réseau bureautique après un changement.
    fix: Les invités ont de nouveau leur propre réseau et les {n} postes ont une adresse. Il reste la moitié de
    l’étendue de libre.
    summary: Réseau d’invités remis sur son VLAN, baux purgés, étendue à 48 %.

    == conflit-ip
    subject: L’imprimante disparaît du réseau par moments
    subject: Conflit d’adresse IP affiché sur plusieurs postes
    is: incident G3 I3 N2
    about: Réseau/Connectivité
    asset: imprimante
    code: configuration
    mail:
    Windows affiche « Un autre ordinateur du réseau utilise la même adresse » sur {n} postes, et l’imprimante
    {equipement} devient muette en même temps. Cela dure dix minutes puis revient.
    note: {ip} répond avec deux adresses physiques différentes selon l’heure.
    tried: Imprimante redémarrée, câble changé. La seconde machine apparaît vers {heure}.
    guess: Un appareil branché à la main avec l’adresse de l’imprimante.
    need: Retrouver le port de l’intrus sur {switch}.
    cause: Une caméra installée par un prestataire avec une adresse fixe prise au hasard.
    fix: Une caméra posée cette semaine utilisait l’adresse de votre imprimante. Elle a maintenant la sienne, tout
    est calme depuis.
    summary: Caméra déplacée sur son réseau, réservation créée pour {equipement}.

    == dns-interne
    subject: Certains sites internes ne s’ouvrent plus
    subject: L’intranet répond une fois sur deux
    is: incident G3 I2 N3
    about: Réseau/Connectivité
    asset: serveur
    code: configuration
    mail:
    L’intranet s’ouvre une fois sur deux depuis {jour}. En actualisant plusieurs fois, cela finit par passer. {n}
    collègues ont le même problème, toujours à {site}.
    note: Un des deux serveurs de noms renvoie l’ancienne adresse. Reproduit depuis mon poste.
    tried: Cache local vidé, autre navigateur, autre poste : une réponse sur deux est fausse.
    guess: Zone non répliquée sur le second serveur de noms.
    need: Comparer les deux serveurs et forcer la réplication.
    cause: Réplication de la zone arrêtée depuis le redémarrage de {serveur} : numéro de série de zone plus ancien
    que celui du second.
    fix: Les deux serveurs de noms donnent de nouveau la même réponse. L’intranet s’ouvre du premier coup ; si ce
    n’est pas le cas, redémarrez votre poste.
    summary: Réplication de zone rétablie, surveillance du numéro de série ajoutée.

    == alerte-switch
    subject: ALERTE {switch} : ports en erreur
    subject: ALERTE {switch} injoignable
    is: alert G2 I2 N2
    about: Réseau/Connectivité
    asset: switch
    code: remplacement
    alert:
    | Équipement : {switch} ({site})
    | Service : PING
    | État : CRITIQUE depuis {heure}
    | Détail : perte 100 %, dernière réponse 0,4 ms
    | Dépendances : {borne}, {imprimante}, {nn} postes
    note: Le site confirme : un bureau sur deux sans réseau. Alimentation du commutateur éteinte.
    tried: Redémarrage électrique par un utilisateur sur place : s’allume, s’éteint au bout de cinq minutes.
    guess: Alimentation en fin de vie.
    need: Commutateur de rechange et copie de la configuration sauvegardée.
    cause: Alimentation interne défaillante, sept ans de service.
    fix: Le commutateur a été remplacé à {retour} avec la même configuration. Tous les postes du {etage} étage ont
    retrouvé le réseau.
    summary: {switch} remplacé sur le stock, configuration restaurée, garantie ouverte {ref}.
    """
}
