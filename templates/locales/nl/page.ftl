# De openbare pagina. Wie leest, is niet bekend; alleen de kop spreekt de klant aan.

page-title = { $address ->
    [informal] Jij zegt het, wij doen het
   *[formal] U zegt het, wij doen het
}
page-head-title = { $address ->
    [informal] Jij zegt het, wij doen het
   *[formal] U zegt het, wij doen het
} · { $company }
page-description = Wat klanten tegen { $company } zeiden, wat daardoor is veranderd en hoe tevreden ze zijn.
page-description-without = Wat klanten tegen { $company } zeiden en wat daardoor is veranderd.
page-intro = Wat klanten tegen { $company } zeggen en wat daardoor verandert.
page-languages = Talen
page-not-public = Nog niet openbaar. Zo zou de pagina eruitzien.

## Gehoord en gedaan

page-latest = Het laatste nieuws
page-commitments = Ook gehoord
page-no-commitments = Nog niets te melden. Zodra er iets verandert omdat een klant het zei, staat het hier.
page-voices-count = Minstens { $count } klanten zeiden
page-voices-several = Meerdere klanten zeiden
page-voices-unsaid = Wij hoorden
page-answer = { $status ->
    [done] Wat we hebben gedaan
    [in_progress] Waar we mee bezig zijn
    [planned] Wat we van plan zijn
    [declined] Waarom niet
   *[other] Wat we ervan vinden
}
page-status = { $status ->
    [done] Afgerond
    [in_progress] In uitvoering
    [planned] Gepland
    [declined] Doen we niet
   *[other] Gehoord
}
page-status-done-in = Afgerond in { $month }
page-status-decided-in = Doen we niet, besloten in { $month }
page-status-for = { $status ->
    [in_progress] In uitvoering, gepland voor { $month }
   *[other] Gepland voor { $month }
}
page-status-was-for = { $status ->
    [in_progress] In uitvoering, oorspronkelijk voor { $month }
   *[other] Gepland, oorspronkelijk voor { $month }
}
page-since = { $status } · { $month }
page-later = Sindsdien:
page-lines = Eerder en in het kort
page-quotes = In de woorden van klanten
page-quote-by = Een klant
page-quote-translated = vertaald uit het { $original ->
    [de] Duits
    [nl] Nederlands
   *[other] Engels
}

## Wat klanten waarderen en beter willen

page-valued = Wat klanten waarderen
page-criticised = Waar ze kritiek op hebben
page-theme-count = genoemd door minstens { $count }
page-no-themes = { $who ->
    [promoters] Van wie een 9 of een 10 gaf, noemden te weinig klanten hetzelfde onderwerp om het te tonen.
   *[detractors] Van wie 0 tot en met 6 gaf, noemden te weinig klanten hetzelfde onderwerp om het te tonen.
}

## De score

page-score = De score
page-score-name = Net Promoter Score
page-likely = waarschijnlijk tussen { $low } en { $high }
page-answers = { $count ->
    [one] { $count } antwoord
   *[other] { $count } antwoorden
}
page-until = 12 maanden tot en met { $month }
page-coverage = Van de { $asked } vragenlijsten die in die tijd zijn verstuurd, zijn er { $answered } beantwoord.
page-few = Dat zijn weinig antwoorden, dus de score is onzeker: het bereik zegt meer dan het getal.
page-no-score = Nog niet genoeg antwoorden. De score verschijnt vanaf vijf antwoorden, zodat niemand herkenbaar is.
page-score-then = De score aan het eind van het jaar
page-benchmark = Ter vergelijking: { $nps } ({ $source }).
page-against = { $verdict ->
    [above] Onze score ligt daar betrouwbaar boven.
    [below] Onze score ligt daar betrouwbaar onder.
   *[other] Het verschil kan toeval zijn.
}
page-scale-title = Net Promoter Score { $score }, waarschijnlijk tussen { $low } en { $high }, op de schaal van −100 tot +100
page-score-meaning = Klanten geven van 0 tot en met 10 aan hoe waarschijnlijk het is dat ze { $company } aanbevelen. De score is het aandeel negens en tienen min het aandeel nullen tot en met zessen, in punten van −100 tot +100. Het bereik laat zien waar de score waarschijnlijk zou liggen als toevallig anderen hadden geantwoord (95%‑interval, als bij een steekproef uit veel klanten).
page-score-without-tickets = Antwoorden over losse supportvragen tellen hierin niet mee.
page-trend = Maand voor maand
page-trend-title = Net Promoter Score per maand
page-trend-description = Van { $first } tot en met { $last }. Laatste getoonde maand: { $month }, score { $score }, waarschijnlijk tussen { $low } en { $high }, { $count } antwoorden. De tabel eronder bevat elke maand.
page-trend-caption = De lijn is de score van elke maand, de band het bereik waarin die waarschijnlijk ligt, n het aantal antwoorden. Maanden met te weinig antwoorden ontbreken, zodat niemand herkenbaar is.
page-trend-same = De laatste zes maanden ({ $after }) tegenover de zes daarvoor ({ $before }): geen betrouwbare verandering, het verschil kan toeval zijn.
page-trend-up = De laatste zes maanden ({ $after }) zijn betrouwbaar beter dan de zes daarvoor ({ $before }).
page-trend-down = De laatste zes maanden ({ $after }) zijn betrouwbaar slechter dan de zes daarvoor ({ $before }).
page-table = De maanden als tabel
page-table-month = Maand
page-table-score = Score
page-table-range = Bereik
page-table-answers = Antwoorden
page-table-range-value = { $low } en { $high }
page-table-gap = te weinig antwoorden
page-so-far = { $month } tot nu toe
page-in-part = { $month }, gedeeltelijk

## Hoe we het vragen

page-how = Hoe we het vragen
page-how-when = Wanneer
page-when-after = Eén keer, { $span } nadat iemand klant is geworden.
page-when-every = { $months ->
    [one] Elke maand.
    [12] Eén keer per jaar.
   *[other] Elke { $months } maanden.
}
page-when-ticket = Nadat een supportvraag is opgelost, { $quiet } later; dezelfde persoon hoogstens één keer in { $apart }.
page-when-touchpoint = Nadat samen iets is bereikt, zoals een afgerond project, { $quiet } later; dezelfde persoon hoogstens één keer in { $apart }.
page-when-recheck = Nog een keer, ongeveer { $quiet } nadat we met een lage score aan de slag zijn gegaan, om te weten of het nu beter is.
page-when-review = In het kwartaalgesprek, waarin wie de klant begeleidt het antwoord noteert. Die scores worden apart geteld.
page-span-days = { $count ->
    [one] één dag
   *[other] { $count } dagen
}
page-span-hours = { $count ->
    [one] één uur
   *[other] { $count } uur
}
page-span-minutes = { $count ->
    [one] één minuut
   *[other] { $count } minuten
}
page-how-reminder = { $count ->
    [0] Wie niet antwoordt, krijgt geen herinnering; iedereen kan zich met één klik afmelden.
    [one] Wie niet antwoordt, krijgt hoogstens één herinnering en kan zich met één klik afmelden.
   *[other] Wie niet antwoordt, krijgt hoogstens { $count } herinneringen en kan zich met één klik afmelden.
}
page-how-reader = Wie het leest
page-reader = De antwoorden zijn niet anoniem. Bij { $company } worden ze gelezen door wie de klant begeleidt, bij een supportvraag door het hoofd van de supportafdeling, en door wie deze vragenlijsten beheert.
page-reader-words = Wat iemand schreef, wordt na { $months ->
    [one] een maand
    [12] een jaar
   *[other] { $months } maanden
} gewist; de score blijft, zonder naam.
page-how-low = Na een lage score
page-low = Wie een 0 tot en met 6 geeft of erom vraagt, hoort binnen { $days ->
    [one] één werkdag
   *[other] { $days } werkdagen
} van een mens, behalve wie liever geen contact wil. Het is pas klaar als is vastgelegd wat er misging, wat er is gedaan en of het is opgelost.
page-how-privacy = Wat hier staat
page-shown = Elk antwoord telt mee, wat er ook in staat. Geen cijfer berust op minder dan vijf antwoorden, en cijfers bewegen pas bij minstens { $count } nieuwe antwoorden, zodat niemand herkenbaar is.
page-shown-quotes = Citaten staan hier met toestemming van wie ze schreef; […] geeft aan waar iets is weggelaten.
page-how-review = Openbare beoordelingen
page-review = Iedereen aan wie we het vragen ziet deze link, welke score die ook geeft:
page-imprint = Colofon
page-privacy = Privacy
page-edition = Editie { $number } van { $day }
page-restores = Die brengt editie { $number } terug.

## Andere jaren, en wat mee te nemen is

page-more = Meer
page-years = Per jaar
page-present = Stand van nu
page-take = Om mee te nemen
page-report = Het rapport (PDF)
page-report-year = Het rapport over { $year } (PDF)
page-feed = Nieuws als feed (Atom)
page-feed-title = Wat er bij { $company } verandert
page-data = De gegevens (JSON)
page-schema = en hun schema
page-year = { $year }
page-year-so-far = { $year } tot nu toe
page-year-head-title = { $year } · { $address ->
    [informal] Jij zegt het, wij doen het
   *[formal] U zegt het, wij doen het
} · { $company }
page-year-description = Wat klanten in { $year } tegen { $company } zeiden en wat daarvan kwam.
page-year-intro = Wat klanten in { $year } tegen { $company } zeiden en wat daarvan kwam.
page-year-empty = In dit jaar is niets gemeld.
page-group = { $group ->
    [done] Afgerond
    [underway] Gepland en in uitvoering
    [declined] Doen we niet
   *[other] Gehoord
}
