# Das Bild, das am Schreibtisch zeigt, wie bald zurückgerufen wird
desk-cases-picture = Arbeitstage bis zum ersten Kontakt
desk-cases-kept = in { $days ->
    [one] einem Arbeitstag
   *[other] { $days } Arbeitstagen
  }
desk-cases-later = später
desk-cases-waiting = noch niemand
desk-cases-none = Noch kein Fall
desk-cases-picture-says = { $kept } erste Kontakte in der zugesagten Zeit von { $days ->
    [one] einem Arbeitstag
   *[other] { $days } Arbeitstagen
  }, { $later } später; { $waiting } warten noch.
