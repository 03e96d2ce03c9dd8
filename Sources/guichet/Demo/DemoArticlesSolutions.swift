extension DemoArticles {
  /// What users and N1 look for most.
  static let solutions = """
    == KB-0109
    title: Changer de téléphone sans perdre la double authentification
    kind: solution
    for: public
    product: Comptes
    keywords: mfa, double authentification, téléphone, code, validation, approbation
    symptom: Plus de demande de validation après un changement de téléphone.
    step: Avant d’effacer l’ancien téléphone, ajouter le nouveau dans « Mes informations de sécurité ».
    step: Scanner le QR code avec l’application sur le nouveau téléphone, puis faire un essai.
    step: Ajouter une méthode de secours, par exemple la ligne fixe.
    step: Si l’ancien téléphone est déjà effacé, appeler le centre de services : l’identité est vérifiée en visio.
    reply: Votre ancienne méthode est retirée. À la prochaine connexion, scannez le QR code avec votre nouveau
    téléphone et ajoutez une méthode de secours.

    == KB-0110
    title: Lecteur réseau absent ou accès refusé
    kind: solution
    for: N1
    product: Fichiers
    keywords: lecteur, partage, réseau, accès refusé, dossier, chemin introuvable
    symptom: Le lecteur n’apparaît plus, ou « Accès refusé ».
    step: Une seule personne ou tout le service ? Tout le service : vérifier la supervision du serveur.
    step: Essayer le chemin complet du partage, puis fermer et rouvrir la session.
    step: « Accès refusé » : comparer les groupes avec ceux d’un collègue du même service.
    step: Obtenir l’accord écrit du propriétaire du dossier avant tout ajout.
    reply: Votre accès au dossier est rétabli. Fermez puis rouvrez votre session pour qu’il soit pris en compte.

    == KB-0111
    title: Restaurer un fichier supprimé ou écrasé
    kind: solution
    for: N1
    product: Sauvegarde
    keywords: restaurer, fichier, supprimé, écrasé, version précédente, cliché
    symptom: Un fichier a disparu ou son contenu a été remplacé.
    step: Demander l’emplacement exact et la date de la bonne version.
    step: Clic droit sur le dossier, Versions précédentes : trois clichés par jour, quatorze jours.
    step: Restaurer à côté de l’original, jamais par-dessus.
    step: Plus vieux que quatorze jours : demander une restauration au N2.
    reply: Votre fichier est restauré à côté de l’original. Dites-nous si c’est la bonne version.

    == KB-0112
    title: Reconnaître un courriel frauduleux et le signaler
    kind: solution
    for: public
    product: Sécurité
    keywords: hameçonnage, phishing, courriel, suspect, lien, pièce jointe, virement
    symptom: Un message presse de cliquer, de payer ou de donner un mot de passe.
    step: Ne cliquer sur rien, ne pas répondre.
    step: Regarder l’adresse de l’expéditeur, pas seulement son nom.
    step: Signaler par le bouton « Signaler » ou transférer en pièce jointe au centre de services.
    step: Si le mal est fait : débrancher le câble, ne pas éteindre, et téléphoner tout de suite.
    reply: Ce message est frauduleux. Il a été retiré de toutes les boîtes ; vous avez bien fait de nous le
    signaler.

    == KB-0113
    title: Boîte aux lettres pleine : activer l’archive
    kind: solution
    for: public
    product: Messagerie
    keywords: boîte, pleine, quota, archive, messagerie, saturée
    symptom: « Boîte aux lettres pleine », les messages ne partent plus.
    step: Vider les éléments supprimés et le courrier indésirable.
    step: Trier les éléments envoyés par taille et enregistrer les grosses pièces jointes ailleurs.
    step: Demander l’archive en ligne : les messages de plus de deux ans y passent et restent consultables.
    reply: L’archive en ligne est active. Vos anciens messages s’y déplacent d’ici demain et restent visibles dans
    la recherche.

    == KB-0114
    title: Visioconférence sans son ou sans micro
    kind: solution
    for: public
    product: Visioconférence
    keywords: son, micro, casque, visio, teams, réunion, audio
    symptom: Personne ne vous entend, ou vous n’entendez personne.
    step: Dans la réunion, ouvrir « … » puis Paramètres de l’appareil.
    step: Choisir le casque comme micro et comme haut-parleur.
    step: Vérifier que le bouton muet du casque n’est pas enclenché.
    step: Passer un appel d’essai avant la réunion.
    reply: Le bon périphérique est choisi. Avant une réunion importante, pensez à l’appel d’essai.

    == KB-0115
    title: Fichiers en ligne qui ne se synchronisent plus
    kind: solution
    for: public
    product: Espace en ligne
    keywords: synchronisation, croix rouge, nuage, onedrive, version, conflit
    symptom: Une croix rouge ou des flèches qui tournent sans fin sur les dossiers.
    step: Cliquer sur le nuage près de l’horloge et lire le message.
    step: Raccourcir les noms trop longs et retirer les caractères interdits.
    step: Vérifier la place libre sur le disque.
    step: Ne pas réinstaller avant d’avoir copié les fichiers en attente ailleurs.
    reply: Certains noms de fichiers bloquaient la synchronisation. Ils sont corrigés, tout est à jour.

    == KB-0116
    title: Numérisation vers courriel en erreur 1102
    kind: solution
    for: N1
    product: Impression
    keywords: scan, numérisation, copieur, 1102, courriel, envoi
    symptom: Le copieur affiche 1102 à l’envoi ; les copies sortent.
    step: Ouvrir la page du copieur et lire le journal d’envoi.
    step: 1102 : le compte d’envoi est refusé. Remettre le mot de passe du coffre.
    step: Faire un essai vers sa propre adresse.
    step: Autre code : escalader au N2 avec une photo de l’écran.
    reply: Le copieur envoie de nouveau les numérisations. Merci de relancer celles qui avaient échoué.

    == KB-0117
    title: Écran noir après une mise à jour
    kind: solution
    for: N1
    product: Poste
    keywords: écran noir, mise à jour, pilote, affichage, démarrage
    symptom: Le portable démarre mais l’écran reste noir.
    step: Brancher un écran externe : s’il affiche, le poste fonctionne.
    step: Windows+Ctrl+Maj+B pour relancer l’affichage.
    step: Prendre la main et remettre le pilote graphique précédent.
    step: Bloquer la mise à jour pour le modèle et prévenir le N2 si plus de trois postes sont touchés.
    reply: L’affichage est revenu : nous avons remis le pilote précédent et suspendu la mise à jour en cause.

    == KB-0118
    title: Station d’accueil : écrans non reconnus
    kind: solution
    for: N1
    product: Poste
    keywords: station, dock, écran, accueil, usb-c, micrologiciel
    symptom: Le portable charge mais les écrans restent noirs.
    step: Débrancher l’alimentation de la station dix secondes.
    step: Brancher la station avant les écrans.
    step: Mettre à jour le micrologiciel de la station depuis le catalogue.
    step: Essayer une autre station : si elle marche, remplacer la première.
    reply: Le micrologiciel de votre station est à jour et les écrans sont revenus.

    == KB-0119
    title: Faire de la place sur un disque plein
    kind: solution
    for: N1
    product: Poste
    keywords: disque, plein, espace, insuffisant, lent, 0x80070070
    symptom: « Espace disque insuffisant », mise à jour refusée, poste lent.
    step: Lancer l’assistant de stockage et vider les fichiers temporaires.
    step: Regarder Téléchargements avec l’utilisateur ; ne rien supprimer sans accord.
    step: Déplacer les gros fichiers vers l’espace en ligne.
    step: Il faut 20 Go libres pour une mise à jour.
    reply: De la place a été libérée. Vos gros fichiers sont dans votre espace en ligne, rien n’a été supprimé sans
    votre accord.

    == KB-0120
    title: Le poste demande une clé de récupération BitLocker
    kind: solution
    for: N1
    product: Poste
    keywords: bitlocker, clé, récupération, écran bleu, chiffrement
    symptom: Écran bleu au démarrage demandant 48 chiffres.
    step: Vérifier l’identité par rappel.
    step: Demander les huit premiers caractères de l’identifiant affiché.
    step: Lire la clé dans l’annuaire et la dicter par groupes de six.
    step: Après le démarrage, renouveler la clé. Deux demandes en un mois : escalader au N2.
    reply: Votre poste a redémarré avec sa clé de récupération, que nous avons renouvelée par sécurité.

    == KB-0121
    title: Message attendu et non reçu : la quarantaine
    kind: solution
    for: N1
    product: Messagerie
    keywords: quarantaine, spam, antispam, non reçu, expéditeur, dkim
    symptom: Un expéditeur certifie avoir écrit, rien n’arrive.
    step: Demander l’adresse exacte et l’heure d’envoi.
    step: Chercher dans la quarantaine puis dans les journaux de transport.
    step: Libérer le message si l’expéditeur est sûr ; exception nominative, jamais pour tout un domaine public.
    step: Prévenir l’expéditeur si sa signature est invalide.
    reply: Votre message était en quarantaine ; il est maintenant dans votre boîte.

    == KB-0129
    title: « Les macros de ce fichier ont été bloquées »
    kind: solution
    for: public
    product: Bureautique
    keywords: macro, excel, bloquée, bandeau rouge, classeur
    symptom: Bandeau rouge à l’ouverture d’un classeur reçu par courriel.
    step: Ne pas débloquer un fichier dont l’auteur est inconnu.
    step: Ouvrir l’original depuis le dossier réseau approuvé.
    step: S’il n’y a pas d’original, le faire relire par le centre de services.
    reply: Ouvrez le classeur depuis le dossier réseau : les macros y sont autorisées.
    """
}
