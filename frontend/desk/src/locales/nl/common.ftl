# Wat meerdere schermen hetzelfde noemen: standen, groepen, rollen en de woorden op knoppen
common-yes = ja
common-no = nee
common-saving = Wordt opgeslagen …
common-cancel = Annuleren
common-close = Sluiten
common-search = Zoeken
common-filter = Filteren
common-all = Alle
common-none = Geen
common-more = Meer tonen
common-try-again = Opnieuw proberen
common-one-moment = Een ogenblik …
common-choose = Maak een keuze
common-today = vandaag
common-until = tot { $value }
common-from-to = { $from } tot { $to }
common-of = van { $most }
common-answers = { $n ->
    [one] 1 antwoord
   *[other] { $n } antwoorden
  }
common-likely = waarschijnlijk tussen { $low } en { $high }
common-not-enough = te weinig antwoorden om iets te zeggen
common-no-change = Geen betrouwbare verandering
common-erased = Iemand van wie de gegevens zijn gewist
common-no-name = Naam niet bekend
common-no-words = Zonder toelichting.

common-group-promoter = Promotor
common-group-passive = Passief
common-group-detractor = Criticaster
common-groups-promoter = Promotors
common-groups-passive = Passief
common-groups-detractor = Criticasters

common-case-open = Open
common-case-contacted = Contact gehad
common-case-solved = Opgelost
common-case-not_solved = Niet opgelost
common-case-no_answer = Niemand bereikt
common-case-late = Te laat

common-survey-day50 = Eerste weken
common-survey-annual = Jaarlijkse enquête
common-survey-ticket = Supportticket
common-survey-recheck = Navraag
common-survey-review = Kwartaalgesprek

common-role-manager = Programmaleiding
common-role-owner = Klantverantwoordelijke
common-role-viewer = Alleen cijfers

common-language-en = Engels
common-language-de = Duits
common-language-nl = Nederlands
common-language-own-en = English
common-language-own-de = Deutsch
common-language-own-nl = Nederlands

common-account = Klant
common-contact = Contactpersoon
common-owner = Verantwoordelijk
common-survey = Enquête
common-score = Cijfer
common-theme = Onderwerp
common-driver = Reden
common-language = Taal
common-state = Stand
common-date = Datum
common-period = Periode
