extension DemoScenarios {
  /// Mailboxes, calendars, lists, spam filter.
  static let messaging = """
    == outlook-mdp-boucle
    subject: Outlook redemande mon mot de passe en boucle
    subject: Outlook n’accepte plus mon mot de passe
    is: incident G3 I4 N1
    about: Messagerie/Boîte aux lettres
    asset: portable
    kb: KB-0108
    code: configuration
    mail:
    Depuis que j’ai changé mon mot de passe {jour}, Outlook me le redemande {toutes les cinq minutes|à chaque
    envoi}. Je le tape, il l’accepte, puis recommence. Sur le site web de la messagerie, tout marche.
    chat!:
    Outlook me redemande mon mdp en boucle depuis {jour}, je deviens dingue. Le webmail marche
    note: Ancien mot de passe gardé par le gestionnaire d’identification de Windows.
    fix: L’ancien mot de passe restait dans le coffre de Windows. Je l’ai retiré avec vous et Outlook s’est
    reconnecté sans rien demander.
    summary: Entrées obsolètes du gestionnaire d’identification supprimées, profil intact.
    again: La fenêtre est revenue ce matin, exactement pareil.

    == boite-pleine
    subject: Ma boîte est pleine, je ne reçois plus rien
    subject: Messagerie saturée
    is: incident G3 I4 N1
    about: Messagerie/Boîte aux lettres
    asset: aucun
    kb: KB-0113
    code: formation
    portal:
    Mes correspondants me disent que leurs messages reviennent. Outlook affiche « boîte aux lettres pleine ». Je
    travaille avec des pièces jointes énormes et je ne peux rien supprimer, {ce sont des pièces de marché|tout peut
    servir en cas de contrôle}.
    note: Boîte à 49,8 Go sur 50. Archivage en ligne non activé.
    ask: Nous pouvons activer l’archive en ligne : tout ce qui a plus de deux ans y passe, mais reste consultable.
    Êtes-vous d’accord ?
    answer: Oui, tant que je peux tout retrouver avec la recherche.
    fix: L’archive est active : {nn} Go s’y déplacent d’ici demain, et vous recevez déjà de nouveau. La recherche
    couvre aussi l’archive.
    summary: Archive en ligne activée, règle à deux ans, réception rétablie.

    == mail-non-recu
    subject: Courriel important jamais reçu
    subject: Un client dit m’avoir écrit {n} fois
    is: incident G3 I4 N1
    about: Messagerie/Antispam
    asset: aucun
    kb: KB-0121
    code: configuration
    mail:
    {Un client|Notre avocat|La préfecture|Un fournisseur} m’a envoyé {n} messages depuis {jour} et je n’en ai reçu
    aucun. Rien dans les indésirables. L’expéditeur n’a pas eu d’erreur. C’est très ennuyeux, il y a un délai à
    respecter.
    phone:
    Message attendu depuis {jour} et jamais arrivé. L’échéance est {demain|ce soir}. {prenom} donne l’adresse de
    l’expéditeur et l’heure d’envoi.
    ask: Pouvez-vous nous donner l’adresse exacte de l’expéditeur et l’heure approximative d’un envoi ?
    answer: Le dernier est parti {jour} vers {heure}, de l’adresse que je vous ai donnée par téléphone.
    note: {n} messages en quarantaine : domaine de l’expéditeur sans signature DKIM valable.
    fix: Les {n} messages étaient en quarantaine ; ils sont dans votre boîte. L’expéditeur est autorisé pour vous.
    Nous avons prévenu son service informatique que sa signature n’est plus valable.
    summary: Messages libérés, exception nominative pour l’expéditeur, son service prévenu.

    == antispam-trop
    subject: Beaucoup de spams depuis {jour}
    subject: Inondation de courriels indésirables
    is: incident G3 I3 N2
    about: Messagerie/Antispam
    asset: aucun
    kb: KB-0121
    code: configuration
    mail:
    Depuis {jour} nous recevons tous au moins {nn} publicités par jour : {crédits|compteurs électriques|mutuelles}.
    Avant, il n’y en avait jamais. Un collègue a failli cliquer.
    note: Même campagne chez {n} utilisateurs, note de spam juste sous le seuil.
    tried: Expéditeurs bloqués un à un : ils changent à chaque envoi.
    guess: Campagne nouvelle, règles du filtre en retard.
    need: Abaisser le seuil ou écrire une règle pour cette campagne.
    cause: Mise à jour des règles du filtre arrêtée depuis {jour}, disque temporaire plein.
    fix: Le filtre avait cessé de se mettre à jour. C’est réparé, et les messages déjà arrivés ont été retirés des
    boîtes.
    summary: Mises à jour du filtre relancées, {nn} messages retirés, surveillance ajoutée.

    == agenda-partage
    subject: Partage d’agenda avec {collegue}
    subject: Je ne vois plus l’agenda de la salle {salle}
    is: request G4 I4 N1
    about: Messagerie/Agenda
    asset: aucun
    code: assistance
    portal:
    J’assiste désormais {collegue}. Pouvez-vous me donner le droit de {voir|gérer} son agenda, y compris pour
    accepter les réunions à sa place ? Accord en copie.
    chat!:
    coucou, je ne vois plus les réservations de la salle {salle}, tout est « occupé » sans détail
    note: Accord de la personne reçu en copie.
    fix: C’est fait : l’agenda apparaît sous « Agendas partagés » après un redémarrage d’Outlook. Je vous ai montré
    comment répondre aux invitations à sa place.
    summary: Délégation d’agenda accordée après accord.

    == liste-diffusion
    subject: Créer une liste de diffusion
    subject: Ajouter {nouveau} à la liste {direction|qualité|magasins}
    is: request G4 I4 N1
    about: Messagerie/Listes
    asset: aucun
    code: configuration
    mail:
    Serait-il possible d’avoir une liste pour {le comité de sécurité|l’équipe projet|les référents de site} ? Une
    douzaine de personnes, les noms sont ci-dessous. Seuls les membres doivent pouvoir y écrire.
    note: Nom de liste libre, propriétaire à désigner.
    ask: Qui sera responsable de la liste (ajout et retrait des membres) ?
    answer: Moi-même, avec {collegue} en mon absence.
    fix: La liste est créée. Vous en êtes responsable avec {collegue} et pouvez ajouter des membres sans passer par
    nous.
    summary: Liste créée, {nn} membres, envoi réservé aux membres.

    == fichier-trop-gros
    subject: Message refusé : pièce jointe trop grosse
    subject: Mes plans ne partent pas par courriel
    is: advice G4 I4 N1
    about: Messagerie/Envoi
    asset: aucun
    code: formation
    mail:
    Mon message revient chaque fois. Je dois envoyer {nn}0 Mo à un {client|architecte|laboratoire} avant ce soir,
    comment faire ?

    | Message non remis
    | 552 5.3.4 Message size exceeds fixed maximum message size
    note: Limite de 25 Mo chez le destinataire, pas chez nous.
    fix: Je vous ai montré comment partager un lien depuis votre espace en ligne, valable sept jours et protégé par
    un code. Votre correspondant a confirmé la réception.
    summary: Envoi par lien expliqué et fait avec l’utilisateur.

    == boite-partagee
    subject: Boîte commune « {contact|commandes|accueil|devis} » invisible
    subject: Les réponses partent de mon adresse au lieu de la boîte commune
    is: incident G3 I3 N1
    about: Messagerie/Boîte aux lettres
    asset: aucun
    code: configuration
    mail:
    Quand je réponds depuis la boîte commune, le message part avec mon nom. Du coup les clients me répondent en
    direct, et quand je suis absent{e} personne ne voit rien.
    note: Droit « envoyer de la part de » au lieu de « envoyer en tant que ».
    fix: Vos réponses partent maintenant au nom de la boîte commune, et une copie y reste dans les éléments envoyés.
    Test fait ensemble à {retour}.
    summary: Droit « envoyer en tant que » accordé à {n} personnes, copie des envois gardée dans la boîte.

    == messagerie-file
    subject: Courriels sortants bloqués depuis {heure}
    subject: Plus aucun message ne part
    is: incident G1 I1 N3
    major: oui
    about: Messagerie/Envoi
    asset: serveur
    code: configuration
    phone:
    Aucun message vers l’extérieur ne part depuis {heure}. En interne, cela marche. {n} appels en dix minutes pour
    le même motif.
    alert:
    | Équipement : {serveur}
    | Service : FILE DE MESSAGERIE
    | État : CRITIQUE depuis {heure}
    | Détail : 1{nn}4 messages en attente (seuil 200)
    | Dernier refus : 421 4.7.0 too many connections
    note: File sortante à plus de mille messages. Refus du relais depuis {heure}.
    tried: Relance du service d’envoi : la file repart deux minutes puis se bloque.
    guess: Une boîte envoie en masse et le relais nous limite.
    need: Identifier l’émetteur, arrêter l’envoi, demander la levée de la limite.
    reply: L’envoi vers l’extérieur est ralenti. Aucun message n’est perdu : ils partiront d’eux-mêmes. Prochain
    point à {bientot}.
    cause: Une campagne de relances lancée depuis l’ERP sans limitation de débit.
    fix: Tous les messages en attente sont partis à {retour}. L’envoi en masse de l’ERP est désormais limité en
    débit.
    summary: Campagne arrêtée puis étalée, limite levée par le relais, file vide à {retour}.
    """
}
