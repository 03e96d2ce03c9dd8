extension DemoArticles {
  /// What N2 keeps at hand, and the odd machines of shops and quays.
  static let infrastructure = """
    == KB-0122
    title: Wi-Fi qui décroche en salle de réunion
    kind: solution
    for: N1
    product: Wi-Fi
    keywords: wifi, wi-fi, salle, borne, canal, réunion, décroche
    symptom: Coupures de Wi-Fi dans une salle, surtout à plusieurs.
    step: Proposer le câble du boîtier de table pour finir la réunion.
    step: Sur un poste, oublier le réseau puis s’y reconnecter.
    step: Regarder le nombre de clients et le canal de la borne.
    step: Plus de trente clients ou canal partagé : escalader au N2 avec le nom de la borne.
    reply: Le réglage de la borne a été revu. Dites-nous si la prochaine réunion se passe bien.

    == KB-0123
    title: Étendue DHCP épuisée
    kind: solution
    for: N2
    product: Réseau
    keywords: dhcp, étendue, adresse, 169.254, bail, épuisée
    symptom: De nouveaux postes n’ont pas d’adresse ; les premiers arrivés en ont une.
    step: Lire l’occupation de l’étendue et trier les baux par constructeur.
    step: Chercher des téléphones ou des invités sur le réseau bureautique.
    step: Remettre le réseau fautif sur son VLAN avant d’agrandir l’étendue.
    step: Purger les baux et surveiller le retour sous 70 %.
    reply: Les postes ont de nouveau une adresse. La cause est corrigée et l’étendue est surveillée.

    == KB-0124
    title: Renouveler un certificat interne
    kind: solution
    for: N2
    product: Certificats
    keywords: certificat, expiré, https, renouvellement, navigateur
    symptom: « Votre connexion n’est pas privée » sur un site interne.
    step: Demander aux utilisateurs de ne pas contourner l’avertissement.
    step: Lire la date et le nom du certificat présenté, sur chaque serveur de la grappe.
    step: Renouveler, installer, recharger le service, contrôler depuis un poste.
    step: Remettre la surveillance à trente jours.
    reply: Le certificat est renouvelé. Rechargez la page : l’avertissement a disparu.

    == KB-0125
    title: Disque de serveur presque plein
    kind: solution
    for: N2
    product: Serveurs
    keywords: disque, serveur, alerte, espace, journaux, saturation
    symptom: Alerte de supervision au-dessus de 90 %.
    step: Trouver ce qui grossit : comparer avec le relevé de la semaine.
    step: Ne jamais supprimer de journal de base de données à la main.
    step: Remettre la rotation des journaux, puis purger.
    step: Si la croissance est normale, ouvrir un changement pour agrandir.
    reply: L’espace est rétabli et la cause de la croissance est corrigée.

    == KB-0126
    title: Sauvegarde ou tâche de nuit en échec
    kind: solution
    for: N2
    product: Sauvegarde
    keywords: sauvegarde, échec, cliché, 0x8004230F, tâche, nuit
    symptom: Alerte d’échec au matin.
    step: Noter la date de la dernière sauvegarde saine.
    step: 0x8004230F : réserve de clichés ; 1330 : compte expiré ; autre : journal complet.
    step: Corriger puis relancer dans la journée, sans attendre la nuit.
    step: Finir par une restauration d’essai.
    reply: La sauvegarde est de nouveau complète, vérifiée par une restauration d’essai.

    == KB-0127
    title: Renvois et horaires du standard
    kind: solution
    for: N1
    product: Téléphonie
    keywords: renvoi, standard, téléphone, horaires, fermeture, accueil
    symptom: Modifier l’accueil téléphonique pour une fermeture.
    step: Obtenir la demande d’une personne autorisée du client.
    step: Programmer la plage avec un début et une fin, jamais sans fin.
    step: Appeler le numéro depuis un mobile pour vérifier.
    step: Noter le numéro d’astreinte dans le ticket.
    reply: Le renvoi est programmé aux dates demandées et se retirera tout seul.

    == KB-0128
    title: Caisse bloquée : mode dégradé et reprise
    kind: solution
    for: N1
    product: Caisse
    keywords: caisse, terminal, paiement, dégradé, hors ligne, TPE
    symptom: Caisse figée en cours de paiement.
    step: Touche rouge puis 9 : mode dégradé, espèces seulement.
    step: Relever le numéro du dernier ticket et l’heure.
    step: Relancer le terminal : couper dix secondes, rallumer, attendre « prêt ».
    step: Contrôler si la transaction en suspens est débitée avant de recommencer.
    step: Quitter le mode dégradé et faire un paiement d’essai.
    reply: La caisse est de nouveau en service. La transaction en suspens a été contrôlée.

    == KB-0130
    title: Étiqueteuse : recalibrer après un changement de rouleau
    kind: solution
    for: N1
    product: Impression
    keywords: étiqueteuse, étiquette, calibrage, rouleau, décalée, blanche
    symptom: Étiquettes blanches ou décalées.
    step: Vérifier que le rouleau est au format indiqué sur le capot.
    step: Garder le bouton d’avance appuyé jusqu’à deux clignotements, puis relâcher.
    step: Imprimer une étiquette d’essai et la scanner.
    step: Toujours décalée : nettoyer le capteur au chiffon sec et recommencer.
    reply: L’étiqueteuse est recalibrée. Pensez à le faire à chaque changement de rouleau.
    """
}
