extension DemoArticles {
  /// Scripts: what N1 asks, step by step, without having to know why.
  static let scripts = """
    == KB-0101
    title: Mot de passe oublié ou compte verrouillé
    kind: script
    for: N1
    product: Comptes
    keywords: mot de passe, oublié, verrouillé, session, réinitialisation, expiré
    symptom: La session refuse le mot de passe, ou annonce que le compte est verrouillé.
    step: Raccrocher et rappeler la personne sur le numéro de l’annuaire, jamais sur celui qu’elle donne.
    step: Demander ce qui s’affiche exactement : « mot de passe incorrect », « compte verrouillé » ou « mot de passe
    expiré » ?
    step: Si le compte est verrouillé, le déverrouiller et demander un essai avec le mot de passe actuel.
    step: Si le mot de passe est oublié ou expiré, en donner un provisoire de vive voix, à changer à la première
    ouverture.
    step: Rester en ligne jusqu’à l’ouverture de la session.
    step: Si le compte se verrouille de nouveau dans l’heure, escalader au N2 avec l’heure du verrouillage.
    reply: Votre compte est rétabli. Le mot de passe provisoire vous a été donné par téléphone ; il vous sera
    demandé d’en choisir un nouveau à la première ouverture de session.

    == KB-0102
    title: Imprimante qui n’imprime plus
    kind: script
    for: N1
    product: Impression
    keywords: imprimante, file, bloquée, document, impression, erreur
    symptom: Les documents restent en attente, ou rien ne sort.
    step: Demander le nom de l’imprimante : il est sur l’étiquette, il commence par IMP.
    step: L’écran de l’imprimante affiche-t-il une erreur (papier, bourrage, toner) ? Si oui, la traiter d’abord.
    step: Un collègue peut-il imprimer sur la même imprimante ? Si oui, passer à l’étape 5.
    step: Vider la file depuis la console d’impression, en commençant par le document en erreur, puis relancer le
    service.
    step: Sur le poste, vérifier l’imprimante par défaut et imprimer une page de test.
    step: Si la page de test ne sort pas, noter l’adresse de l’imprimante et escalader au N2.
    reply: La file de l’imprimante a été vidée de ses documents en erreur. Merci de relancer vos impressions une
    seule fois.

    == KB-0103
    title: Poste sans réseau
    kind: script
    for: N1
    product: Réseau
    keywords: réseau, internet, câble, prise, triangle jaune, 169.254
    symptom: « Aucun accès Internet », triangle jaune, plus de lecteur réseau.
    step: Les voisins ont-ils du réseau ? Si non, chercher un incident en cours sur le site avant d’aller plus loin.
    step: Le câble est-il enclenché des deux côtés, et la petite lampe de la prise est-elle allumée ?
    step: Demander d’essayer avec le câble d’un poste qui fonctionne.
    step: Lire l’adresse du poste. Si elle commence par 169.254, le poste n’a pas reçu d’adresse.
    step: Désactiver puis réactiver la carte réseau, et relire l’adresse.
    step: Si l’adresse reste en 169.254, noter le numéro de la prise et escalader au N2 « adresse non attribuée ».
    reply: Votre poste a retrouvé le réseau. Si cela recommence, notez le numéro de la prise murale : il nous fera
    gagner du temps.
    """

  /// One standard, two procedures, two known errors.
  static let procedures = """
    == KB-0104
    title: Configuration type d’un poste de travail
    kind: standard
    for: N1
    product: Poste
    keywords: standard, poste, portable, modèle, catalogue, masterisation
    symptom: Préparer un poste neuf, ou vérifier qu’un poste est conforme.
    step: Portable 14 pouces, 16 Go de mémoire, disque de 512 Go chiffré ; fixe sur demande motivée.
    step: Nom du poste : PT (portable) ou PF (fixe), code du site, quatre chiffres.
    step: Logiciels de base : suite bureautique, antivirus, client VPN, lecteur PDF, outil de prise en main.
    step: Tout autre logiciel vient du catalogue et demande l’accord du responsable.
    step: Mises à jour automatiques, redémarrage proposé le midi ou le soir.
    step: À la remise : charte signée, numéro d’inventaire, essai d’impression et de VPN devant l’utilisateur.
    reply: Votre poste est conforme au modèle standard. La liste de ce qui y est installé est jointe à ce message.

    == KB-0105
    title: Arrivée d’un collaborateur
    kind: procedure
    for: N1
    product: Comptes
    keywords: arrivée, nouveau, collaborateur, création, compte, badge, poste
    symptom: Un responsable annonce une arrivée.
    step: Vérifier que la demande donne nom, date, site, responsable, modèle de droits et fin de contrat éventuelle.
    step: Créer le compte désactivé ; il s’ouvre le matin de l’arrivée.
    step: Copier les droits du modèle, jamais ceux d’une personne, sauf accord écrit du responsable.
    step: Préparer le poste selon KB-0104 au plus tard deux jours avant.
    step: Remettre les identifiants en main propre et faire signer la charte.
    step: Rappeler au bout d’une semaine pour les droits manquants.
    reply: Tout est prêt pour l’arrivée : poste, compte et boîte aux lettres. Les identifiants seront remis en main
    propre le premier jour.

    == KB-0106
    title: Perte ou vol d’un appareil
    kind: procedure
    for: N1
    product: Sécurité
    keywords: vol, perte, portable, téléphone, effacement, déclaration
    symptom: Un ordinateur ou un téléphone a disparu.
    step: Demander où, quand, et ce qui accompagnait l’appareil (badge, carnet, clé).
    step: Fermer toutes les sessions et changer le mot de passe pendant l’appel.
    step: Lancer le verrouillage puis l’effacement à distance.
    step: Vérifier que le disque était chiffré et le noter dans le ticket.
    step: Prévenir le N2, et le délégué à la protection des données s’il y avait des données personnelles.
    step: Demander le récépissé de la déclaration et préparer un poste de prêt.
    reply: Votre appareil est bloqué et votre compte est protégé. Merci de nous envoyer le récépissé de la
    déclaration ; un appareil de prêt vous attend.

    == KB-0107
    title: Client VPN 7.4 : coupures répétées
    kind: known_error
    for: N2
    product: VPN
    keywords: vpn, coupure, déconnexion, 7.4, dpd, tunnel, télétravail
    symptom: Le tunnel tombe toutes les dix à vingt minutes, surtout en visioconférence, avec le client 7.4.0 à
    7.4.2.
    step: Lire la version du client : menu Aide, À propos.
    step: Si elle est entre 7.4.0 et 7.4.2, revenir à la 7.3 depuis le catalogue.
    step: Exclure le poste de la mise à jour automatique jusqu’à la 7.4.3.
    step: Rattacher le ticket au problème.
    reply: Votre client VPN comporte un défaut connu. Nous l’avons remplacé par la version précédente, qui est
    stable, en attendant le correctif de l’éditeur.

    == KB-0108
    title: Outlook redemande le mot de passe après un changement
    kind: known_error
    for: N1
    product: Messagerie
    keywords: outlook, mot de passe, boucle, identification, webmail
    symptom: Outlook redemande sans fin le mot de passe ; le webmail l’accepte.
    step: Fermer Outlook.
    step: Ouvrir le gestionnaire d’identification de Windows et supprimer les entrées de la messagerie.
    step: Rouvrir Outlook et saisir le mot de passe une fois.
    step: Si la fenêtre revient, recréer le profil de messagerie.
    reply: L’ancien mot de passe restait enregistré sur votre poste. Il est retiré ; Outlook ne devrait plus vous le
    demander.
    """
}
