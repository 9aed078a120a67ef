# Het plaatje dat laat zien hoe snel er wordt teruggebeld
desk-cases-picture = Werkdagen tot het eerste contact
desk-cases-kept = binnen { $days ->
    [one] een werkdag
   *[other] { $days } werkdagen
  }
desk-cases-later = later
desk-cases-waiting = nog niemand
desk-cases-none = Nog geen zaak
desk-cases-picture-says = { $kept } eerste contacten binnen de beloofde { $days ->
    [one] werkdag
   *[other] { $days } werkdagen
  }, { $later } later; { $waiting } wachten nog.
