# Kwartaalgesprekken: de pagina waarop ze worden vastgelegd, de e-mail met de link en het blad voor het gesprek

# De pagina
review-title = Kwartaalgesprekken bij { $company }
review-noscript = Deze pagina heeft JavaScript nodig. Zonder kan het via de leiding van het programma: sayso review record.
review-waiting = Een ogenblik …
review-quarter = { $number }e kwartaal { $year }
review-heading = Kwartaalgesprekken, { $quarter }
review-lead = { $address ->
    [informal] Kies de klant met wie je aan tafel zit en leg vast wat die zegt, in de eigen woorden van de klant.
   *[formal] Kies de klant met wie u aan tafel zit en leg vast wat die zegt, in de eigen woorden van de klant.
  }
review-todo = { $count } nog te doen
review-done = { $count } vastgelegd
review-all-done = Alle gesprekken zijn vastgelegd. Bedankt.
review-empty = Er staan geen klanten op deze lijst. Nieuwe komen er elke maandag bij.
review-unsaved = nog niet opgeslagen
review-score = { $score } van 10
review-back = Terug naar de lijst
review-pack = Gespreksblad om af te drukken
review-who = Van wie komt het cijfer?
review-by = Van { $value }
review-somebody = iemand die niet meer op de lijst staat
review-nobody = Bij deze klant kan nu niemand een cijfer geven: de contactlijst noemt geen persoon.
review-choose = Kies een cijfer van 0 tot 10.
review-chosen = { $value } van 10
review-why = Waarom dit cijfer?
review-better = Wat zou het beter maken?
review-none-said = Er is niets opgeschreven.
review-save = Opslaan voor { $value }
review-recorded = Vastgelegd op { $value }.
review-until = Wijzigen kan tot { $value }.
review-over = Wijzigen kon 7 dagen lang; nu blijft het zo.
review-saving = Wordt opgeslagen …
review-saved = Opgeslagen voor { $value }.
review-saved-low = Opgeslagen voor { $value }. Er komt een zaak voor, en een e-mail daarover is onderweg.
review-needs-score = Eerst ontbreekt nog een cijfer.
review-needs-person = Eerst ontbreekt nog van wie het cijfer komt.
review-unsaved-offline = { $address ->
    [informal] Nog niet opgeslagen: je bent offline. Je tekst blijft op dit apparaat staan. Sla hem opnieuw op zodra je weer verbinding hebt.
   *[formal] Nog niet opgeslagen: u bent offline. Uw tekst blijft op dit apparaat staan. Sla hem opnieuw op zodra u weer verbinding hebt.
  }
review-unsaved-failed = Nog niet opgeslagen: er ging bij ons iets mis. De tekst blijft op dit apparaat staan. Probeer het zo meteen opnieuw.
review-unsaved-other = Niet opgeslagen: dit gesprek is al vastgelegd, of kan niet meer worden gewijzigd. In de lijst staat wat geldt.
review-unsaved-gone = Niet opgeslagen: deze klant of deze persoon staat niet meer op de lijst.
review-unsaved-long = Niet opgeslagen: deze tekst is langer dan 5.000 tekens.
review-unsaved-expired = Niet opgeslagen: deze link is verlopen. De tekst blijft op dit apparaat staan.
review-invalid = Deze link werkt niet
review-invalid-why = Misschien is er onderweg een stuk weggevallen. Open hem rechtstreeks vanuit de e-mail.
review-expired = Deze lijst is gesloten
review-expired-why = Vastleggen kan tot 14 dagen na het kwartaal. De link voor het volgende komt per e-mail.
review-failed = De lijst kan nu niet worden getoond
review-failed-why = { $address ->
    [informal] Dit ligt niet aan jou. Probeer het zo meteen opnieuw.
   *[formal] Dit ligt niet aan u. Probeer het zo meteen opnieuw.
  }
review-offline-why = { $address ->
    [informal] Je bent offline. Probeer het opnieuw zodra je weer verbinding hebt.
   *[formal] U bent offline. Probeer het opnieuw zodra u weer verbinding hebt.
  }
review-retry = Opnieuw proberen

# De e-mail
review-mail-subject = { $n ->
    [one] Eén kwartaalgesprek te doen ({ $quarter }): { $account }
   *[other] { $n } kwartaalgesprekken te doen ({ $quarter })
}
review-mail-title = { $n ->
    [one] Eén kwartaalgesprek te doen
   *[other] { $n } kwartaalgesprekken te doen
}
review-mail-lead = De vragen voor het gesprek: hoe waarschijnlijk is het dat de klant { $company } aanbeveelt, waarom, en wat zou het beter maken? De pagina achter de link neemt het antwoord op een telefoon op, en heeft voor elke klant een gespreksblad om af te drukken.
review-mail-follow-up = { $all ->
    [one] Bij deze klant loopt nog een zaak.
   *[other] { $n ->
        [one] Bij één daarvan loopt nog een zaak.
       *[other] Bij { $n } daarvan loopt nog een zaak.
    }
}
review-mail-open = Lijst openen
review-mail-more = en nog { $more }
review-mail-stands-in = Wie in het gesprek een cijfer geeft, krijgt een jaarlijkse enquête die binnen 90 dagen zou komen niet meer.
review-mail-reason = { $address ->
    [informal] Je krijgt deze e-mail één keer per kwartaal omdat je verantwoordelijk bent voor { $n ->
        [one] deze klant
       *[other] deze klanten
    }. De link is van jou en werkt tot en met { DATETIME($until, dateStyle: "long") }.
   *[formal] U ontvangt deze e-mail één keer per kwartaal omdat u verantwoordelijk bent voor { $n ->
        [one] deze klant
       *[other] deze klanten
    }. De link is van u en werkt tot en met { DATETIME($until, dateStyle: "long") }.
} Antwoorden gaan naar de leiding van het programma.

# Het gespreksblad
review-pack-title = { $account }: gespreksblad, { $quarter }
review-pack-made = { $quarter } · stand { DATETIME($day, dateStyle: "long") } · verantwoordelijk: { $owner }
review-pack-standing = Twaalf maanden in cijfers
review-pack-kind = Gevraagd naar
review-pack-n = Antwoorden
review-pack-nps = NPS
review-pack-likely = Vermoedelijk tussen
review-pack-ends = { $low } en { $high }
review-pack-mean = gemiddeld { $mean } van 5
review-pack-note = Hoe minder antwoorden, hoe breder het interval; het geldt voor alle klanten als deze.
review-pack-relationship = Samenwerking
review-pack-review = Kwartaalgesprekken
review-pack-ticket = Tickets
review-pack-scores = Cijfers van de laatste 24 maanden
review-pack-scores-described = Elk getal is een cijfer, op de plaats van de dag waarop het is gegeven.
review-pack-no-scores = In de laatste 24 maanden heeft bij deze klant niemand geantwoord.
review-pack-newest = De nieuwste antwoorden
review-pack-more-answers = { $more ->
    [one] Eén ouder antwoord staat hier niet bij.
   *[other] { $more } oudere antwoorden staan hier niet bij.
}
review-pack-last = De laatste gesprekken
review-pack-no-reviews = Er is nog geen gesprek vastgelegd.
review-pack-why = Waarom
review-pack-better = Wat het beter zou maken
review-pack-no-words = Er is niets opgeschreven.
review-pack-open = Lopende zaken
review-pack-no-open = Niemand wacht.
review-pack-since = sinds { DATETIME($day, dateStyle: "medium") }
review-pack-due = uiterlijk { DATETIME($day, dateStyle: "medium") }
review-pack-late = te laat sinds { DATETIME($day, dateStyle: "medium") }
review-pack-contacted = er is contact geweest
review-pack-with = bij { $owner }
review-pack-promises = Wat er gedaan is
review-pack-no-promises = Er is nog geen zaak afgesloten.
review-pack-outcome = { $outcome ->
    [solved] opgelost
    [not_solved] niet opgelost
   *[no_answer] niemand bereikt
}
review-pack-score = { $score } van { $most }
review-pack-ticket-number = ticket { $ticket }
review-pack-more = en nog { $more }
review-pack-today = Vandaag
review-pack-today-score = Cijfer, 0 tot 10
review-pack-today-why = Waarom dit cijfer?
review-pack-today-better = Wat zou het beter maken?
review-pack-foot = Alleen voor het gesprek en onze eigen mensen: hier staat wie wat heeft gezegd.
review-pack-invalid = Dit blad kan niet worden getoond
review-pack-invalid-why = De link is niet compleet of verlopen, of de klant heeft inmiddels een andere verantwoordelijke. De geldige staan in de lijst achter de e-mail van het kwartaal.
