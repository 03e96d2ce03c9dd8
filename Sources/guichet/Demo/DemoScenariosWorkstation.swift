extension DemoScenarios {
  /// Laptops, desktops and what is plugged into them.
  static let workstations = """
    == ecran-noir-maj
    subject: Écran noir depuis la mise à jour
    subject: Mon portable démarre sur un écran noir
    is: incident G2 I4 N1
    about: Poste/Système
    asset: portable
    kb: KB-0117
    code: correctif logiciel
    phone:
    Mise à jour cette nuit, ce matin écran noir avec juste la flèche de la souris. {prenom} entend le son de
    démarrage. Déjà redémarré {n} fois. Joignable au {tel}.
    mail:
    J’écris depuis le poste de {collegue}. Mon portable {equipement} s’allume mais l’écran reste noir après le logo.
    J’ai une {présentation|audience|réunion de direction} à {bientot}, tous mes documents sont dessus.
    note: Sortie d’écran externe fonctionnelle : le poste démarre, seul l’affichage intégré manque. Pilote graphique
    en cause.
    tried: Redémarrage forcé, touche Windows+Ctrl+Maj+B sans effet, écran externe branché : image correcte.
    guess: Pilote graphique remplacé par la mise à jour de cette nuit.
    need: Retour au pilote précédent, ou blocage de la mise à jour sur ce modèle.
    reply: Branchez un écran externe en attendant : vous pourrez travailler. Je prends la main dès que le poste est
    joignable.
    fix: Le pilote graphique d’avant la mise à jour est réinstallé et la mise à jour est suspendue pour votre
    modèle. L’écran est revenu.
    summary: Pilote graphique remis à la version précédente, mise à jour bloquée pour ce modèle.
    again: Écran noir de nouveau ce matin, la mise à jour a dû se réinstaller.

    == poste-lent
    subject: Mon ordinateur est devenu très lent
    subject: Poste lent, {min} minutes pour démarrer
    subject: Lenteur générale
    is: incident G3 I4 N1
    about: Poste/Ordinateur
    asset: portable
    kb: KB-0119
    code: configuration
    mail:
    Mon ordinateur met {min} minutes à démarrer, et tout rame ensuite : {Excel|la messagerie|le navigateur} se fige
    dès que j’ouvre deux documents. Je n’ai rien installé. C’est pire depuis {jour}.
    chat!:
    Bonjour mon poste rame depuis {jour}, c’est insupportable. {equipement}. On peut faire quelque chose ?
    note: Disque occupé à 97 %, {nn} Go dans la corbeille et les téléchargements. Mémoire : 8 Go, navigateur à {nn}
    onglets.
    ask: Est-ce lent tout le temps, ou surtout {le matin|en visioconférence|quand vous êtes sur la station
    d’accueil} ?
    answer: Surtout le matin, la première demi-heure. Après cela va un peu mieux.
    fix: J’ai libéré {nn} Go, réglé ce qui se lançait au démarrage et décalé l’analyse de l’antivirus à midi. Le
    poste démarre maintenant en moins de deux minutes.
    summary: Nettoyage du disque, démarrage allégé, analyse planifiée déplacée.
    again: C’était mieux deux jours, puis c’est redevenu aussi lent.

    == station-accueil
    subject: Station d’accueil : écrans non reconnus
    subject: Plus d’écran quand je pose mon portable
    is: incident G3 I4 N1
    about: Poste/Périphériques
    asset: portable
    kb: KB-0118
    code: mise à jour
    mail:
    Quand je branche mon portable sur la station, {un écran sur deux|aucun des deux écrans} ne s’allume. Le clavier
    et la souris marchent. J’ai essayé avec la station de {collegue} : {même chose|là, ça marche}.
    phone:
    Écrans noirs sur la station d’accueil depuis {jour}. Le portable charge bien. {prenom} travaille sur le petit
    écran en attendant.
    note: Micrologiciel de la station en retard de deux versions, pilote d’affichage correct.
    fix: La station a reçu son micrologiciel et les deux écrans sont revenus. Si cela recommence, débranchez
    l’alimentation de la station dix secondes avant de nous appeler.
    summary: Micrologiciel de la station d’accueil mis à jour à distance.
    again: Même panne ce matin, l’astuce des dix secondes ne suffit pas.

    == batterie-gonflee
    subject: Batterie gonflée, le clavier se soulève
    subject: Portable qui chauffe et se déforme
    is: incident G2 I4 N1
    about: Poste/Remplacement
    asset: portable
    code: remplacement
    mail:
    Le dessous de mon portable est bombé et {le pavé tactile ne clique plus|le clavier se soulève}. Il chauffe
    beaucoup. Est-ce dangereux ? Je l’ai {éteint et posé sur la table|laissé branché, je n’ose plus y toucher}.
    note: Risque matériel : consigne donnée d’éteindre, de débrancher et de ne plus déplacer l’appareil.
    reply: Éteignez-le, débranchez-le, posez-le sur une surface dure loin de tout papier et n’appuyez pas dessus. Un
    collègue passe le chercher avec un poste de prêt.
    third: atelier | Répar’Ouest | Batterie à changer sous garantie, retour annoncé le {date}.
    fix: Le portable {equipement} est revenu de l’atelier avec une batterie neuve. Vos données n’ont pas bougé. Le
    poste de prêt peut être rendu à l’accueil.
    summary: Batterie remplacée sous garantie, dossier {ref}. Poste de prêt rendu.

    == cafe-clavier
    subject: Café renversé sur mon portable
    subject: Clavier hors service
    is: incident G3 I4 N1
    about: Poste/Remplacement
    asset: portable
    code: réparation matérielle
    chat!:
    Bonjour, petit accident : un {café|thé|verre d’eau} sur le clavier 🙈 la moitié des touches ne répond plus. Que
    faire ?
    mail:
    Je vous le dis franchement : j’ai renversé mon café. J’ai éteint et retourné l’ordinateur comme j’ai pu. Depuis,
    les touches E, R et Entrée ne répondent plus. Je suis désolé{e}.
    note: Poste éteint et retourné, séchage en cours. Données synchronisées, rien à sauver en urgence.
    reply: Merci de l’avoir éteint tout de suite, c’est ce qui sauve la carte mère. Ne le rallumez pas avant demain
    ; je vous prête un poste.
    third: atelier | Répar’Ouest | Diagnostic d’oxydation, devis attendu. Dossier {ref}.
    fix: Le clavier est remplacé et la carte mère est saine. Votre portable vous attend à l’accueil. Sans rancune
    pour le café.
    summary: Clavier remplacé en atelier hors garantie, devis accepté par le client.

    == double-ecran
    subject: Deuxième écran flou
    subject: Résolution du deuxième écran incorrecte
    is: incident G4 I4 N1
    about: Poste/Périphériques
    asset: portable
    code: assistance
    portal:
    Mon deuxième écran affiche tout en gros et flou depuis {le déménagement de bureau|la dernière mise à
    jour|{jour}}. Ce n’est pas bloquant mais cela fatigue les yeux.
    note: Câble HDMI d’origine d’un vieil écran, limité à 30 Hz ; mise à l’échelle à 150 %.
    fix: J’ai réglé la résolution et l’échelle avec vous, et un câble plus récent vous attend à l’accueil : il
    rendra le texte encore plus net.
    summary: Résolution native et échelle rétablies, câble d’écran remplacé.

    == cle-bitlocker
    subject: Le poste demande une clé de récupération
    subject: Écran bleu « BitLocker » au démarrage
    is: incident G2 I4 N1
    about: Poste/Système
    asset: portable
    kb: KB-0120
    code: assistance
    phone:
    Écran bleu qui réclame une clé de 48 chiffres. {prenom} est {chez un client|en déplacement|dans le
    train} et n’a que son téléphone. Rien ne démarre.
    mail:
    Au démarrage, un écran bleu me demande une « clé de récupération BitLocker ». Les premiers chiffres de
    l’identifiant sont {ref}. Je n’ai aucune clé. Merci de faire vite, je suis en déplacement.
    note: Identité vérifiée. Clé de l’identifiant {ref} retrouvée dans l’annuaire. Déclenchement dû à une mise à
    jour du BIOS.
    fix: La clé vous a été dictée et le poste a redémarré normalement. C’est la mise à jour du BIOS qui l’avait
    réclamée ; la protection est de nouveau active.
    summary: Clé de récupération dictée après contrôle d’identité, protection réactivée, clé renouvelée.

    == disque-poste-plein
    subject: Message « espace disque insuffisant »
    subject: Plus de place sur mon disque C:
    is: incident G3 I4 N1
    about: Poste/Ordinateur
    asset: portable
    kb: KB-0119
    code: assistance
    portal:
    Windows affiche sans arrêt qu’il ne reste plus de place sur C:. Je ne peux même plus {enregistrer mes
    plans|ouvrir ma messagerie}. Je ne sais pas ce que je peux supprimer sans risque.
    note: {nn} Go de vidéos dans Téléchargements, {n} Go de fichiers temporaires.
    ask: Le dossier Téléchargements contient {nn} Go de vidéos. Puis-je les déplacer vers votre espace en ligne ?
    answer: Oui, ce sont {les vidéos de formation|des enregistrements de chantier}, vous pouvez tout déplacer.
    fix: {nn} Go sont libérés et vos vidéos sont dans votre espace en ligne. Elles ne sont plus sur le disque mais
    s’ouvrent d’un clic.
    summary: Fichiers temporaires supprimés, vidéos déplacées vers l’espace en ligne.

    == parc-remplacement
    subject: Renouvellement de {n} postes au service {achats|qualité|comptabilité|accueil}
    subject: Postes sous garantie à remplacer
    is: request G4 I3 N1
    about: Poste/Remplacement
    asset: portable
    kb: KB-0104
    code: remplacement
    plan: Remplacement sur site, données transférées la veille.
    mail:
    {n} de nos ordinateurs arrivent en fin de garantie. Pourriez-vous nous proposer un calendrier de remplacement ?
    Idéalement {avant les fêtes|hors période de clôture|un lundi, jour creux chez nous}.

    La liste est en pièce jointe, avec le nom de chaque utilisateur.
    note: {n} postes de plus de cinq ans confirmés à l’inventaire. Modèle standard en stock chez le fournisseur.
    ask: Je vous propose le {date}. Les utilisateurs devront être présents une demi-heure chacun. Cela vous
    convient-il ?
    answer: Parfait pour le {date}. Commencez par {collegue}, qui part à midi.
    third: devis/accord | Bureautique Ligérienne | Devis {ref} transmis au client, en attente du bon de commande.
    fix: Les {n} postes sont remplacés et les anciens repris. Chacun a retrouvé ses documents et ses imprimantes.
    summary: {n} postes remplacés selon le standard, anciens disques effacés, inventaire à jour.

    == casque-muet
    subject: Casque non reconnu
    subject: Mon casque sans fil ne se connecte plus
    is: incident G4 I4 N1
    about: Poste/Périphériques
    asset: portable
    kb: KB-0114
    code: remplacement
    chat!:
    Hello, mon casque n’est plus reconnu depuis {jour}. J’ai essayé un autre port USB. Pas urgent mais j’ai des
    appels toute la semaine
    portal:
    Mon casque {grésille|se coupe au bout de dix minutes|n’est plus reconnu}. Il a trois ans. Est-il possible d’en
    avoir un autre ?
    note: Testé sur un autre poste : même défaut. Casque hors garantie.
    third: matériel | Bureautique Ligérienne | Casque commandé, livraison annoncée le {date}.
    fix: Un casque neuf vous attend à l’accueil, déjà appairé. Vous pouvez jeter l’ancien dans le bac de recyclage.
    summary: Casque remplacé sur le stock.
    """
}
