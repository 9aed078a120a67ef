# Editions of the public page: what is public, what waits for a yes, and the way back
editions-nav = Edities
editions-title = Edities van de openbare pagina
editions-lead = Wat openbaar is, wat op een ja wacht, en wat eerder openbaar was.
editions-public = Wat openbaar is
editions-none = Er is nog niets openbaar
editions-first-write = Een toezegging schrijven, in elke taal van de pagina
editions-first-publish = Haar openbaar maken: dan komt zij in de volgende editie
editions-first-approve = De eerste editie hier bekijken en goedkeuren
editions-now = Editie { $number } van { $day } is openbaar.
editions-held = Een eerdere editie is teruggezet: er verschijnt vanzelf niets nieuws totdat iemand een editie goedkeurt.
editions-open = Openbare pagina bekijken
editions-waiting = Wat wacht
editions-nothing-waits = Er wacht geen editie
editions-by-rule = Wat nieuw is verschijnt vanzelf, binnen enkele minuten.
editions-by-approval = { $address ->
    [informal] Wat je openbaar maakt of wijzigt, wacht hier binnen enkele minuten op een ja.
   *[formal] Wat u openbaar maakt of wijzigt, wacht hier binnen enkele minuten op een ja.
  }
editions-refresh = Nu naar iets nieuws kijken
editions-asked = Er wordt meteen gekeken; dat duurt een of twee minuten.
editions-on-its-way = Editie { $number } is onderweg
editions-on-its-way-say = Zij is goedgekeurd en over enkele minuten openbaar. Deze pagina hoeft niet open te blijven.
editions-stuck = Dit had al klaar moeten zijn. Wie de techniek beheert krijgt een alarm; onder Programma, Toestand staat meer.
editions-question = { $address ->
    [informal] Editie { $number } wacht op je ja
   *[formal] Editie { $number } wacht op uw ja
  }
editions-question-first = { $address ->
    [informal] De eerste editie wacht op je ja
   *[formal] De eerste editie wacht op uw ja
  }
editions-made = Van { $day }. Dit zou veranderen:
editions-look = Bekijken
editions-page-in = Pagina: { $language }
editions-report-in = Rapport: { $language } (PDF)
editions-publish = Editie { $number } openbaar maken
editions-publish-say = { $address ->
    [informal] Precies wat je hebt bekeken wordt binnen enkele minuten openbaar. Trekt een klant intussen een citaat in, dan ontbreekt het.
   *[formal] Precies wat u hebt bekeken wordt binnen enkele minuten openbaar. Trekt een klant intussen een citaat in, dan ontbreekt het.
  }
editions-approved = Goedgekeurd. Over enkele minuten is zij openbaar.
editions-change-new = Nieuw
editions-change-changed = Gewijzigd
editions-change-removed = Weggehaald
editions-score = Het cijfer
editions-before = Tot nu: { $score }
editions-after = Voortaan: { $score }
editions-no-score = geen
editions-points = { $n ->
    [one] { $score } · waarschijnlijk tussen { $low } en { $high } · 1 antwoord
   *[other] { $score } · waarschijnlijk tussen { $low } en { $high } · { $n } antwoorden
  }
editions-figures = Cijfers
editions-figures-say = Wat geprezen en bekritiseerd wordt, of het verloop, wordt opnieuw geteld.
editions-quotes = Citaten
editions-quotes-new = { $n ->
    [one] 1 nieuw citaat
   *[other] { $n } nieuwe citaten
  }
editions-quotes-gone = { $n ->
    [one] 1 citaat verdwijnt
   *[other] { $n } citaten verdwijnen
  }
editions-no-changes = Dezelfde toezeggingen en cijfers, in een nieuwe volgorde of met andere details.
editions-past = Alle edities tot nu toe
editions-edition = Editie
editions-number = Editie { $number }
editions-published = Openbaar gemaakt
editions-by = Goedgekeurd door
editions-rule = volgens regel
editions-restores = Zet terug
editions-is-public = nu openbaar
editions-back-head = Weg terug
editions-back = Editie { $number } terugzetten
editions-back-short = { $number } terugzetten
editions-back-say = Openbaar is dan weer wat erin stond, als nieuwe editie en met de cijfers van toen. Wat sindsdien is ingetrokken blijft weg, en er verschijnt vanzelf niets nieuws totdat iemand goedkeurt. Dit zou veranderen:
editions-back-asked = Editie { $number } wordt teruggezet; dat duurt een of twee minuten.
editions-requests = Wat vandaag is gevraagd
editions-request-refresh = Naar iets nieuws kijken
editions-request-rollback = Editie { $number } terugzetten
editions-request-asked = bezig
editions-request-done = gedaan
editions-request-refused = niet gedaan
editions-request-late = duurt langer dan normaal
editions-refused-replaced = Toen was al een andere editie openbaar, dus er is niets teruggezet. Kijk opnieuw.
editions-refused-gone = Deze editie bestaat niet.
editions-refused-public = Dit is de editie die openbaar is.
editions-refused-late = Het kwam niet op tijd aan de beurt, dus er is niets gedaan.
