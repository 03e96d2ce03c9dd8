extension DemoScenarios {
  /// Security: a click too many, a lost laptop, a machine that talks to strangers.
  static let security = """
    == hameconnage-clic
    subject: J’ai cliqué sur un lien suspect
    subject: Je crois m’être fait avoir par un faux courriel
    is: incident G2 I4 N3
    about: Sécurité/Hameçonnage
    asset: portable
    kb: KB-0112
    code: configuration
    mail:
    J’ai reçu un message de {la banque|« la direction »|un transporteur}, j’ai cliqué et {tapé mon mot de
    passe|ouvert la pièce jointe}. C’était à {heure}. J’ai tout de suite eu un doute. Que dois-je faire ? Je suis
    très embêté{e}, j’aurais dû me méfier.
    phone:
    {prenom} a donné son mot de passe sur une fausse page vers {heure}. Poste débranché du réseau à notre demande.
    note: Mot de passe changé et sessions fermées pendant l’appel. {n} destinataires du même message chez ce client.
    tried: Mot de passe changé, sessions révoquées, poste isolé.
    guess: Vol d’identifiants, pas de logiciel installé à première vue.
    need: Chercher des connexions étrangères depuis {heure} et des règles de redirection dans la boîte.
    reply: Vous avez bien fait de nous le dire aussitôt. Votre mot de passe est changé et vos sessions sont fermées.
    Laissez le poste débranché jusqu’à notre appel.
    cause: Page d’hameçonnage hébergée chez un tiers, identifiants saisis une fois, aucune connexion frauduleuse
    réussie.
    fix: Aucune connexion frauduleuse n’a eu lieu, votre poste est sain et de nouveau sur le réseau. Les {n} autres
    messages ont été retirés des boîtes.
    summary: Identifiants renouvelés, sessions révoquées, message retiré de {n} boîtes, adresse bloquée. Aucun accès
    frauduleux.

    == courriel-suspect
    subject: Ce courriel est-il vrai ?
    subject: Message bizarre de {la direction|l’Assurance maladie|un fournisseur}
    is: advice G4 I4 N1
    about: Sécurité/Hameçonnage
    asset: aucun
    kb: KB-0112
    code: assistance
    mail:
    Pouvez-vous me dire si le message ci-dessous est un vrai ? Il me demande de {mettre à jour mon RIB|payer {nn} €
    de frais de port|rappeler d’urgence}. Je n’ai cliqué sur rien.

    | De : Service Livraison <avis@colis-suivi.invalid>
    | Objet : votre colis est retenu
    chat!:
    reçu un mail louche du « président » qui veut un virement. je supprime ?
    note: Hameçonnage. Lien bloqué, {n} autres messages retirés.
    fix: C’est un faux, vous avez eu le bon réflexe. Il est retiré de toutes les boîtes et l’adresse est bloquée.
    Vous pouvez l’oublier.
    summary: Hameçonnage confirmé, message retiré de {n} boîtes, adresse bloquée.

    == portable-vole
    subject: Portable volé {dans le train|dans ma voiture|à l’hôtel}
    subject: Ordinateur perdu en déplacement
    is: incident G2 I3 N2
    about: Sécurité/Perte ou vol
    asset: portable
    kb: KB-0106
    code: remplacement
    phone:
    Portable {equipement} volé {ce matin|hier soir}, sacoche comprise. {prenom} a gardé son téléphone. Données de
    clients sur le poste.
    mail:
    On m’a volé ma sacoche {à la gare|sur le parking}, avec l’ordinateur {equipement} et un carnet où {il n’y avait
    aucun mot de passe|j’avais noté un code, désolé}. Je suis au commissariat.
    note: Disque chiffré, dernière connexion {jour}. Compte et accès coupés, effacement à distance demandé.
    tried: Sessions révoquées, mot de passe changé, effacement en attente de connexion du poste.
    guess: Vol opportuniste, données protégées par le chiffrement.
    need: Confirmer le chiffrement et dire si le délégué à la protection des données doit être prévenu.
    ask: Merci de nous envoyer le récépissé de la déclaration dès que vous l’avez. Un poste de prêt vous attend à
    l’accueil.
    answer: Le récépissé est en pièce jointe. Je passe prendre le poste de prêt cet après-midi.
    cause: Vol ; disque chiffré, aucune donnée exposée.
    fix: Votre nouveau poste est prêt et vos documents y sont. L’ancien est bloqué et s’effacera s’il se connecte.
    Le délégué à la protection des données a été prévenu.
    summary: Poste bloqué et effacement armé, chiffrement confirmé, déclaration {ref} jointe, remplacement livré.

    == antivirus-alerte
    subject: ALERTE antivirus : {equipement}
    subject: ALERTE antivirus : menace mise en quarantaine
    is: alert G3 I4 N2
    about: Sécurité/Antivirus
    asset: portable
    code: configuration
    alert:
    | Équipement : {equipement} ({site})
    | Menace : Trojan.GenericKD.{ref}
    | Fichier : C:\\Utilisateurs\\Public\\facture_{nn}.js
    | Action : mis en quarantaine à {heure}
    note: Fichier reçu par clé USB selon l’utilisateur. Quarantaine confirmée.
    tried: Analyse complète lancée : rien d’autre. Clé USB mise de côté.
    guess: Clé infectée sur un poste extérieur.
    need: Analyse de la clé et recherche du même fichier ailleurs.
    cause: Clé USB infectée chez un tiers, menace arrêtée avant exécution.
    fix: Le poste est sain et la clé a été nettoyée. Aucun autre poste n’est touché.
    summary: Menace arrêtée avant exécution, recherche sur le parc négative, clé nettoyée.

    == connexion-etrangere
    subject: ALERTE connexion inhabituelle depuis l’étranger
    subject: ALERTE compte de {demandeur} : pays inhabituel
    is: alert G2 I4 N3
    about: Sécurité/Accès suspect
    asset: aucun
    code: configuration
    alert:
    | Compte : {courriel}
    | Événement : connexion réussie, pays inhabituel
    | Adresse : 203.0.113.{nn}
    | Heure : {heure} (heure de Paris), validation acceptée
    note: Personne jointe par téléphone : {en vacances à l’étranger, c’est bien elle|n’a rien validé}.
    tried: Sessions fermées par précaution, accord de la personne.
    guess: Validation acceptée par lassitude, ou voyage.
    need: Vérifier les accès faits pendant la session.
    cause: Demande de validation acceptée par erreur après plusieurs sollicitations.
    fix: Aucun message n’a été lu ni transféré. Votre compte demande désormais de recopier un nombre au lieu d’un
    simple « oui ».
    summary: Session fermée, journaux sans accès aux données, validation par nombre imposée.

    == cle-usb
    subject: Clé USB trouvée sur le parking
    subject: Utiliser une clé USB reçue d’un {client|fournisseur}
    is: advice G4 I4 N1
    about: Sécurité/Antivirus
    asset: aucun
    code: assistance
    chat!:
    Bonjour, on a trouvé une clé USB sur le parking, je peux regarder à qui elle est ?
    mail:
    Un {client|fournisseur} m’a remis une clé avec {ses plans|son catalogue}. Avant de la brancher, je préfère
    demander.
    note: Clé à passer sur le poste d’analyse isolé.
    fix: Merci d’avoir demandé avant. La clé a été lue sur notre poste isolé : elle est saine, et ses fichiers sont
    dans votre espace.
    summary: Clé analysée sur poste isolé, contenu sain remis à l’utilisateur.

    == rancongiciel
    subject: Fichiers illisibles, extension inconnue
    subject: Tous mes documents ont changé de nom
    is: incident G1 I1 N3
    major: oui
    about: Sécurité/Antivirus
    asset: portable
    code: configuration
    phone:
    Les documents de {lecteur}: changent de nom sous les yeux de {prenom}, extension « .blocage ». Consigne donnée :
    débrancher le câble, ne rien éteindre.
    note: Partage {lecteur}: mis en lecture seule, poste {equipement} isolé à {heure}. Aucun détail à diffuser hors
    de l’équipe.
    tried: Isolement du poste, partage en lecture seule, comptes du service suspendus.
    guess: Rançongiciel lancé depuis {equipement}, arrêté en cours.
    need: Conduite de la réponse : périmètre touché, preuves, restauration, communication.
    reply: Le poste est isolé et le partage protégé. Ne rallumez rien, ne payez rien, ne répondez à aucun message.
    Prochain point dans trente minutes.
    cause: Pièce jointe ouverte {jour}, droits d’écriture trop larges sur le partage.
    fix: Les {nn}00 fichiers touchés ont été restaurés depuis la sauvegarde de la nuit. Le poste a été réinstallé et
    les droits du partage ont été réduits.
    summary: Chiffrement arrêté en douze minutes, {nn}00 fichiers restaurés, poste réinstallé, droits réduits,
    preuves gardées.
    """

  /// For the customer who writes in English.
  static let english = """
    == en-vpn
    subject: VPN drops when I join a call
    subject: Cannot reach the lab share over VPN
    language: en
    is: incident G3 I4 N2
    for: northgate
    about: Réseau/VPN
    asset: portable
    kb: KB-0107
    code: contournement
    mail:
    The VPN drops {every time I join a video call|about every {min} minutes} since {Monday|the update}. I am working
    from home this week and need the lab share to finish the {stability report|batch review}. My home connection is
    otherwise fine.
    note: Client en version 7.4, même symptôme que l’erreur connue.
    tried: Partage de connexion du téléphone : mêmes coupures.
    guess: Erreur connue du client 7.4.
    need: Confirmer et revenir en 7.3.
    ask: Could you tell us which version the VPN client shows under Help, About?
    answer: It says 7.4.1.
    cause: Défaut connu du client VPN 7.4.
    fix: Your VPN client is back to version 7.3, which does not have this fault. It will update itself once the
    corrected version is out.
    summary: Retour au client 7.3, utilisateur anglophone prévenu.

    == en-onboarding
    subject: New starter on {date}: {nouveau}
    subject: Laptop and accounts for a visiting scientist
    language: en
    is: request G4 I4 N1
    for: northgate
    about: Comptes/Arrivée
    asset: portable
    kb: KB-0105
    code: configuration
    plan: Remise du poste le jour de l’arrivée.
    portal:
    {nouveau} joins the {assay|regulatory|facilities} team on {date}. Please prepare a laptop with an English
    keyboard, a mailbox, and the same access as {collegue}. Badge access is handled on our side.
    note: Clavier anglais à commander, délai de {n} jours.
    ask: Thank you. Could you confirm the office and the end date of the contract?
    answer: Office {n}04, permanent contract.
    fix: The laptop is ready at reception and all accounts are open. We have booked half an hour with {nouveau} on
    the first morning.
    summary: Poste à clavier anglais, compte et droits livrés.

    == en-instrument
    subject: Instrument PC cannot save runs
    subject: Plate reader workstation offline
    language: en
    is: incident G2 I3 N2
    for: northgate
    about: Serveurs/Fichiers
    asset: fixe
    code: configuration
    mail:
    The PC next to the plate reader cannot save to the results share since {heure}. The run itself is fine and sits
    on the local disk, but that disk is nearly full. Please do not reboot it: a {nn}-hour run is in progress.

    | Save failed: \\\\{serveur}\\results (0x80070052)
    note: Ne pas redémarrer : mesure en cours jusqu’à demain.
    tried: Écriture essayée depuis un autre poste : même refus, quota atteint.
    guess: Quota du partage de résultats atteint.
    need: Relever le quota sans toucher au poste.
    cause: Quota du partage atteint, aucune alerte posée dessus.
    fix: The share had reached its quota. It has been raised and your runs save again; the PC was not touched. We
    will warn you at 80 % from now on.
    summary: Quota du partage relevé, alerte à 80 % ajoutée, poste de mesure non redémarré.

    == en-phone
    subject: MFA prompt never arrives
    subject: Locked out after changing phone
    language: en
    is: incident G2 I4 N1
    for: northgate
    about: Comptes/Double authentification
    asset: mobile
    kb: KB-0109
    code: configuration
    chat!:
    hi, new phone and no approval prompts. I’m locked out of email and the portal. can someone call me on {tel}?
    note: Identité vérifiée en visio. Ancien appareil retiré.
    fix: Your old phone has been removed. At your next sign-in, scan the code shown on screen with the new one, and
    add your desk line as a backup.
    summary: Méthode remise à zéro après contrôle d’identité.

    == en-advice
    subject: Which tool to share data with a partner?
    subject: Advice needed: secure transfer of results
    language: en
    is: advice G4 I4 N2
    for: northgate
    about: Cloud/Partage
    asset: aucun
    code: assistance
    mail:
    We need to send about {nn} GB of results to a university partner every month. They cannot install anything. What
    do you recommend that our {QA|legal} department will accept?
    note: Données non personnelles, partenaire identifié.
    tried: Partage par lien écarté : volume trop grand pour leur connexion.
    guess: aucune
    need: Avis sur un dépôt sécurisé avec journal des accès.
    cause: Demande de conseil, sans cause technique.
    fix: We recommend the secure drop-off space: no installation, a log of every download, and deletion after 30
    days. A short guide is attached.
    summary: Espace de dépôt conseillé et ouvert, guide remis.
    """

  /// What no desk is spared.
  static let junk = """
    == spam-referencement
    subject: Votre site en première page dès demain
    is: spam
    mail!:
    Bonjour Madame, Monsieur,

    Nous avons analysé votre site et relevé {nn} erreurs graves. Offre valable 48 h, devis gratuit. Pour ne plus
    recevoir nos messages, renvoyez ce courriel complété.

    == spam-facture
    subject: Relance facture F-{ref} : dernier avis
    is: spam
    mail!:
    Sauf erreur de notre part, la facture jointe reste impayée. Merci de régler {nn}4,90 € par carte prépayée sous
    24 heures.

    == spam-salon
    subject: Invitation : le salon du bureau de demain
    is: spam
    mail!:
    Cher décideur,

    Plus que {n} places pour notre matinée sur l’avenir de l’espace de travail. Petit-déjeuner offert,
    démonstrations toute la journée.
    """
}
