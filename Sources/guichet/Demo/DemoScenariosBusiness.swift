extension DemoScenarios {
  /// The customers' own applications: ERP, payroll, tills, care, transport, production.
  static let business = """
    == erp-facture
    subject: ERP : la facture reste en « brouillon »
    subject: Validation de facture en erreur
    is: incident G2 I3 N2
    about: Appli métier/ERP
    asset: aucun
    code: configuration
    mail:
    Au moment de valider une facture, l’ERP affiche une erreur et la laisse en brouillon. Cela concerne {les
    avoirs|les clients étrangers|toutes les factures d’hier}. Nous avons {nn} factures à envoyer avant la fin du
    mois.

    | FAC-2{ref} : compte 4457{nn} introuvable pour le taux 5,5
    note: Reproduit avec le demandeur. Touche seulement le taux réduit.
    tried: Ressaisie de la facture, autre utilisateur, autre client : même erreur.
    guess: Compte de TVA manquant depuis la reprise du plan comptable.
    need: Vérifier la table des taux et créer le compte manquant.
    ask: Pouvez-vous nous confirmer le compte à utiliser pour la TVA à taux réduit ?
    answer: C’est le 445712, comme l’an dernier. Je vous envoie la copie d’écran de l’ancienne table.
    cause: Ligne du taux réduit oubliée dans la reprise du plan comptable.
    fix: Le compte est rétabli et les {nn} factures se valident. Nous en avons contrôlé trois avec vous.
    summary: Compte de TVA rattaché au taux réduit, factures validées, table comparée à celle de l’an dernier.
    again: Trois factures d’avoir sont encore refusées avec le même message.

    == sap-lent
    subject: SAP : transaction de réception très lente
    subject: SAP se déconnecte pendant la saisie
    is: incident G3 I2 V5
    for: verdoyer peridon lachenal
    about: Appli métier/ERP
    asset: serveur
    code: fournisseur
    mail:
    La réception de marchandises prend près de {min} minutes par ligne depuis la mise à jour de {jour}. Les caristes
    attendent, on note sur papier et on ressaisira ce soir. C’est long.
    note: Lenteur mesurée sur trois postes, une seule transaction concernée.
    tried: Autre site, autre poste, cache vidé : même durée. Trace enregistrée par le niveau 2.
    guess: Développement spécifique de l’éditeur mis à jour {jour}.
    need: Analyse de la trace par l’éditeur.
    third: fournisseur | Intégrale ERP | Trace transmise, correctif annoncé, dossier {ref}.
    reply: L’éditeur a reproduit la lenteur et prépare un correctif. En attendant, la saisie par lot reste rapide ;
    la marche à suivre est jointe.
    cause: Boucle de contrôle ajoutée par la mise à jour de l’éditeur.
    fix: Le correctif de l’éditeur est en place : {n} secondes par ligne. La saisie par lot n’est plus nécessaire.
    summary: Correctif de l’éditeur installé et vérifié au quai, dossier {ref} clos.

    == paie-dsn
    subject: Paie : dépôt de la déclaration sociale refusé
    subject: Rejet de la déclaration, date limite {demain|ce soir}
    is: incident G2 I3 N2
    about: Appli métier/Paie et RH
    asset: aucun
    code: contournement
    mail:
    La déclaration sociale est rejetée et la date limite est {demain midi|ce soir minuit}. Je n’ai rien changé par
    rapport au mois dernier. Voici le compte rendu :

    | S21.G00.40.{nn} : valeur absente ou incorrecte
    | Bloc contrat n° {n}, salarié masqué
    | Dépôt rejeté, {n} anomalie(s) bloquante(s)

    Merci de traiter en priorité, les pénalités sont réelles.
    note: Anomalie sur un seul contrat, rubrique vide. Pas de donnée nominative copiée ici.
    tried: Ressaisie du contrat, nouvel envoi d’essai : même rejet.
    guess: Nouvelle rubrique obligatoire non proposée par la version installée.
    need: Mise à jour du logiciel de paie ou saisie directe de la rubrique.
    cause: Version du logiciel antérieure au nouveau cahier technique.
    fix: La rubrique a été saisie directement et la déclaration est acceptée, accusé de réception reçu à {retour}.
    La mise à jour est prévue la semaine prochaine.
    summary: Rubrique saisie à la main, dépôt accepté ; mise à jour du logiciel de paie planifiée.

    == caisse-bloquee
    subject: Caisse {n} bloquée
    subject: Terminal de paiement de la caisse {n} hors ligne
    is: incident G2 I3 N1
    for: peridon sorbe
    about: Appli métier/Caisse
    asset: caisse
    kb: KB-0128
    code: assistance
    phone:
    Caisse {n} figée sur « paiement en cours », un client au milieu de son ticket. File d’attente qui s’allonge.
    {prenom} a éteint le terminal.
    chat!:
    caisse {n} HS, TPE « hors ligne », clients énervés. merci de rappeler VITE {tel}
    note: Les autres caisses fonctionnent. Procédure de mode dégradé rappelée.
    reply: Passez la caisse en mode dégradé (touche rouge, puis 9) : elle encaisse en espèces. Je vous guide pour
    relancer le terminal.
    fix: Le terminal est relancé et la dernière transaction a bien été annulée, le client n’a pas été débité. La
    caisse {n} encaisse normalement.
    summary: Terminal relancé, transaction en suspens annulée et contrôlée, mode dégradé levé.
    again: La caisse {n} vient de se figer de nouveau, au même endroit du ticket.

    == caisse-remontee
    subject: Chiffre d’affaires de la veille absent
    subject: Remontée des caisses incomplète
    is: incident G3 I2 N2
    for: peridon
    about: Appli métier/Caisse
    asset: serveur
    code: configuration
    mail:
    Le tableau de ce matin donne zéro pour {n} caisses hier. Le magasin a pourtant travaillé, j’ai les bandes sous
    les yeux. Il me faut le chiffre avant la réunion de {bientot}.
    note: Tickets présents dans les caisses, non remontés. Rien de perdu.
    tried: Remontée relancée caisse par caisse : bloquée au premier ticket de la journée.
    guess: Article inconnu du siège dans le fichier d’hier.
    need: Débloquer l’intégration et dire quel article est en cause.
    cause: Article créé en magasin sans famille, rejeté par l’intégration qui s’arrêtait au premier rejet.
    fix: Les {n} caisses sont remontées et votre tableau est complet. Un article sans famille n’arrêtera plus toute
    la remontée.
    summary: Article corrigé, remontée rejouée ; l’intégration met désormais les rejets de côté.

    == dossier-patient
    subject: Dossier patient inaccessible aux urgences
    subject: Dossier de soins très lent dans le service
    is: incident G1 I2 N3
    for: tilleul
    major: oui
    about: Appli métier/Santé
    asset: serveur
    code: configuration
    phone:
    Le dossier patient ne s’ouvre plus {aux urgences|au bloc|en réanimation} depuis {heure}. Passage au papier en
    cours. {demandeur} demande un délai, même approximatif.
    note: Procédure papier déclenchée par le service. Serveur d’application joignable, base saturée de connexions.
    tried: Deux postes redémarrés : rien. Connexion refusée par la base, 300 sur 300.
    guess: Connexions non rendues depuis la mise à jour de la nuit.
    need: Libérer les connexions sans perdre les saisies, puis trouver la fuite.
    reply: La base n’accepte plus de connexions. Les prescriptions déjà saisies sont en sécurité. Gardez la
    procédure papier, prochain point dans quinze minutes.
    cause: La mise à jour ouvrait une connexion par écran sans la rendre.
    fix: Le dossier patient répond normalement depuis {retour}. La mise à jour de la nuit a été retirée. Merci aux
    équipes d’avoir tenu en mode papier ; un compte rendu suit.
    summary: Connexions libérées, mise à jour retirée, limite de connexions par poste posée.

    == imagerie-envoi
    subject: Images de scanner non visibles dans le dossier
    subject: Envoi des images bloqué
    is: incident G2 I3 N2
    for: tilleul
    about: Appli métier/Santé
    asset: serveur
    code: configuration
    mail:
    Les scanners faits depuis {heure} ne sont pas visibles dans le dossier. Les images existent sur la console. Un
    confrère attend celles d’un patient que je ne nomme pas ici, appelez-moi.
    note: {nn} examens en attente dans la passerelle. Aucun nom de patient copié dans ce ticket.
    tried: Renvoi manuel d’un examen d’essai : refusé, identifiant de station inconnu.
    guess: Station renommée pendant la maintenance de {jour}.
    need: Remettre l’ancien nom de station ou le déclarer.
    cause: Nom de la station changé par le constructeur sans prévenir.
    fix: Les {nn} examens sont visibles. Le constructeur nous préviendra avant tout changement de nom.
    summary: Nouveau nom déclaré dans la passerelle, {nn} examens rejoués et comptés.

    == edi-transport
    subject: EDI : confirmations de livraison non reçues par le client
    subject: Messages EDI en rejet depuis {jour}
    is: incident G2 I2 N2
    for: kerbihan peridon lachenal
    about: Appli métier/Logistique
    asset: serveur
    code: configuration
    mail:
    Notre plus gros client nous réclame les confirmations de livraison depuis {jour}. De notre côté elles sont «
    envoyées ». Il menace de bloquer les factures.

    | APERAK {ref} rejet 13 : référence de commande absente
    note: {nn} messages rejetés, tous du même client.
    tried: Renvoi d’un message : même rejet. Message de la semaine dernière comparé : un champ manque.
    guess: Champ vidé par la nouvelle version du convertisseur.
    need: Corriger la correspondance et rejouer les messages.
    cause: Correspondance modifiée pour un autre client, appliquée à tous par erreur.
    fix: Les {nn} confirmations sont parties et le client les a bien reçues. Chaque client a maintenant sa propre
    correspondance.
    summary: Correspondance séparée par client, {nn} messages rejoués, accusés reçus.

    == chrono-conducteur
    subject: Tablette conducteur : tournée non affichée
    subject: {n} tablettes ne reçoivent plus les tournées
    is: incident G2 I3 N1
    for: kerbihan
    about: Appli métier/Logistique
    asset: mobile
    code: mise à jour
    phone:
    {n} conducteurs n’ont pas leur tournée ce matin. Ils sont au dépôt, moteur arrêté. {prenom} leur a imprimé le
    plan en attendant.
    note: Application en version d’avant la bascule de {jour} sur ces {n} tablettes.
    fix: Les {n} tablettes sont à jour et affichent leur tournée. Elles n’étaient plus inscrites à la mise à jour
    automatique, c’est corrigé.
    summary: Tablettes réinscrites à la gestion de parc, application à jour.

    == ligne-arretee
    subject: Ligne {n} arrêtée, supervision d’atelier muette
    subject: Production arrêtée : ordres de fabrication non reçus
    is: incident G1 I1 N3
    for: verdoyer lachenal
    major: oui
    about: Appli métier/Production
    asset: serveur
    code: correctif logiciel
    phone:
    La ligne {n} est arrêtée depuis {heure}, les pupitres n’ont plus d’ordres. {nn} personnes attendent. {demandeur}
    : « Chaque heure, c’est une équipe payée à regarder les machines. »
    note: Pupitres joignables. Serveur d’ordonnancement : service arrêté, redémarre puis tombe.
    tried: Relance du service {n} fois ; tient deux minutes. Ordres saisis à la main pour la commande en cours.
    guess: Ordre mal formé reçu du bureau des méthodes cette nuit.
    need: Isoler l’ordre en cause, relancer, prévenir l’atelier avant de redémarrer la ligne.
    reply: Nous avons isolé un ordre abîmé et relançons l’ordonnancement. Ne redémarrez pas la ligne sans notre
    appel.
    cause: Ordre avec une quantité vide, accepté par l’import et fatal au service.
    fix: La ligne {n} a repris à {retour}. L’import refuse désormais les ordres incomplets et prévient le bureau des
    méthodes.
    summary: Ordre fautif mis de côté, service corrigé par l’éditeur, contrôle ajouté à l’import.

    == ged-recherche
    subject: GED : la recherche ne trouve plus rien depuis {jour}
    subject: Documents numérisés introuvables
    is: incident G3 I2 N2
    for: sorbe maillard tilleul
    about: Appli métier/Documents
    asset: serveur
    code: configuration
    mail:
    Les documents numérisés depuis {jour} ne sortent pas dans la recherche. En passant par les dossiers, on les
    voit. Quand on reçoit du public, on ne peut pas chercher à la main.
    note: Reproduit. Index arrêté {jour}.
    tried: Reconstruction de l’index d’un dossier : fonctionne, mais ne suit pas les nouveaux documents.
    guess: Service d’indexation bloqué sur un document.
    need: Trouver le document en cause et relancer l’indexation complète.
    cause: Un PDF protégé par mot de passe arrêtait l’indexation.
    fix: L’indexation est à jour : {nn}00 documents repris cette nuit. Les PDF protégés sont maintenant signalés au
    lieu de tout arrêter.
    summary: Document fautif isolé, indexation relancée et rattrapée.

    == fec-export
    subject: Export comptable refusé par {le client|l’administration}
    subject: Fichier des écritures incomplet
    is: incident G3 I4 N2
    for: maillard
    about: Appli métier/ERP
    asset: aucun
    code: correctif logiciel
    mail:
    Le fichier des écritures que je sors pour un client contient {n} lignes dont le libellé est coupé à 20
    caractères. L’outil de contrôle les refuse toutes. Rendez-vous chez le client le {date}.
    note: Reproduit sur un dossier d’essai. Coupure à l’export, pas en saisie.
    tried: Export par un autre utilisateur, autre exercice : même coupure.
    guess: Modèle d’export revenu à une ancienne version.
    need: Comparer les modèles et remettre le bon.
    cause: Modèle remplacé lors de la mise à jour de {jour}.
    fix: Le bon modèle est en place. L’export de votre dossier passe le contrôle sans remarque.
    summary: Modèle d’export rétabli et protégé des mises à jour.
    """
}
