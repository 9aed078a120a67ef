# Wat je in tien seconden wilt weten, en de pagina met alle cijfers
home-nav = Start
home-numbers-nav = Cijfers
home-title = Waar we staan
home-to-numbers = Alle cijfers
home-pictures = De score in beeld
home-relationship = Relatie-NPS
home-answers = Antwoorden
home-answered = Geantwoord
home-interval = 95%-interval
home-share = Aandeel
home-change = Verandering
home-part = niet volledig
home-few = weinig antwoorden
home-few-why = minder dan 30 antwoorden, dus de score is onzeker
home-too-few = Te weinig antwoorden om te tonen
home-too-few-why = Hier staat niets dat minder dan vijf antwoorden verraadt.
home-twelve-months = 12 maanden tot en met { $day }
home-asked = { $answered } van { $asked } gevraagden antwoordden ({ $percent })
home-asked-some = { $answered } van { $asked } gevraagden antwoordden ({ $percent }); van geïmporteerde antwoorden is dat niet bekend
home-asked-nobody = in deze dagen is niemand gevraagd
home-asked-unknown = hoeveel mensen gevraagd zijn, staat hier niet
home-rate = { $percent } van { $asked }
home-waiting = { $n ->
    [one] 1 antwoord is niet bevestigd en telt niet mee
   *[other] { $n } antwoorden zijn niet bevestigd en tellen niet mee
  }
home-machine = { $n ->
    [one] 1 klik van een mailscanner niet meegeteld
   *[other] { $n } kliks van mailscanners niet meegeteld
  }
home-satisfaction = { $mean } van 5, { $share }% gaf een 4 of 5
home-of-five = van 5; { $share }% gaf een 4 of 5
home-of-five-alone = van 5
home-segment-without = zonder { $name }
home-quarter = K{ $quarter } { $year }
home-week = week { $week }, { $year }

home-moved-up = { $points } punten hoger, meer dan toeval: daarvoor was het { $score } ({ $n } antwoorden). De verandering ligt waarschijnlijk tussen { $low } en { $high }.
home-moved-down = { $points } punten lager, meer dan toeval: daarvoor was het { $score } ({ $n } antwoorden). De verandering ligt waarschijnlijk tussen { $low } en { $high }.
home-moved-noise = Geen betrouwbare verandering. Daarvoor was het { $score } ({ $n } antwoorden); een verschil van { $points } kan toeval zijn.
home-moved-same = Geen betrouwbare verandering. Daarvoor was het ook { $score } ({ $n } antwoorden).
home-moved-few = Te weinig antwoorden om een verandering te zien; daarvoor was het { $score } ({ $n } antwoorden).
home-moved-first = Er is nog niets ervoor om mee te vergelijken.
home-moved-other_question = Niet vergeleken: daarvoor is iets anders gevraagd ({ $score }, { $n } antwoorden).
home-moved-short = { $points }, betrouwbaar
home-why-few = te weinig om te vergelijken
home-why-other_question = andere vraag
home-why-running = loopt nog
home-why-part = maar een deel
home-none-now = Geen antwoorden in deze dagen; het laatste is van { $day }.
home-none-relationship = Niemand heeft de relatie-enquêtes nog beantwoord.
home-benchmark-above = Benchmark { $score } ({ $source }). De score ligt er meer dan toeval boven.
home-benchmark-below = Benchmark { $score } ({ $source }). De score ligt er meer dan toeval onder.
home-benchmark-noise = Benchmark { $score } ({ $source }). De score ligt er niet aantoonbaar boven of onder.

home-begin = Nog geen antwoorden
home-begin-contacts = Eerst komen de mensen die gevraagd worden: na het importeren krijgt ieder de vraag op zijn eigen moment.
home-begin-import = Contacten importeren
home-begin-asked = { $n ->
    [one] 1 persoon is gevraagd. Wie antwoordt, doet dat meestal binnen een paar dagen.
   *[other] { $n } mensen zijn gevraagd. Wie antwoordt, doet dat meestal binnen een paar dagen.
  }
home-begin-first = De eerste mail gaat uit op { $day }: { $survey }.
home-begin-nothing-due = Het komende jaar hoeft niemand gevraagd te worden. De agenda van het programma vertelt meer.
home-begin-then = De score, het verloop en waar klanten over praten staan hier zodra iemand antwoordt.

home-trend = De score door de tijd
home-trend-month = De score maand na maand
home-trend-quarter = De score kwartaal na kwartaal
home-trend-note = De band is het 95%-interval. Bij gaten zijn er te weinig antwoorden, open punten zijn nog niet voorbij.
home-distribution = Hoeveel mensen welk cijfer gaven
home-distribution-note = { $n ->
    [one] 1 antwoord in 12 maanden
   *[other] { $n } antwoorden in 12 maanden
  }
home-beside = Apart geteld
home-beside-note = Andere contactmomenten hebben een eigen score en tellen niet mee in de relatie-NPS.
home-hidden-lines = Wat minder dan vijf antwoorden verraadt, is weggelaten.
home-apart-review = Gezegd in kwartaalgesprekken.
home-apart-history = Geïmporteerd of beëindigd.

home-heard = Waar klanten over praten
home-heard-note = Antwoorden op de relatie-enquêtes van de laatste 12 maanden. Redenen kiest de klant, thema’s delen wij in.
home-heard-none = Niemand heeft nog een reden genoemd
home-heard-none-why = Redenen komen met de antwoorden; thema’s zodra ze onder Antwoorden zijn ingedeeld.
home-heard-few = Te weinig antwoorden voor elke reden en elk thema
home-praised = Geprezen
home-criticised = Bekritiseerd
home-named-promoters = { $part } van { $of } promotors
home-named-detractors = { $part } van { $of } criticasters
home-named-none-promoters = Geen promotor noemde een reden die getoond kan worden.
home-named-none-detractors = Geen criticaster noemde een reden die getoond kan worden.
home-drivers = Redenen, en wat ze met de score doen
home-drivers-short = Wat criticasters en promotors noemen
home-drivers-note = Effect: hoeveel punten de score wint of verliest door wie de reden noemde. De band is het 95%-interval.
home-drivers-note-short = De band is het 95%-interval.
home-pull = Effect
home-part-of = { $part } van { $of } ({ $percent })
home-themes = Thema’s waaronder antwoorden zijn ingedeeld
home-filed = Ingedeeld
home-suggested = Voorgesteld
home-hidden = { $n ->
    [one] Nog één gaat over te weinig antwoorden om te tonen.
   *[other] Nog { $n } gaan over te weinig antwoorden om te tonen.
  }

home-waits = Wat er wacht
home-waits-nothing = Er wacht niets.
home-or-more = { $n }+
home-cases-late = { $n ->
    [one] zaak is te laat
   *[other] zaken zijn te laat
  }
home-cases-due = { $n ->
    [one] eerste contact moet vandaag
   *[other] eerste contacten moeten vandaag
  }
home-cases-open = { $n ->
    [one] zaak staat open
   *[other] zaken staan open
  }
home-cases-none = Er staat geen zaak open.
home-draft = editie van de openbare pagina wacht op een ja
home-unconfirmed = { $n ->
    [one] laag cijfer is niet bevestigd: heeft iemand dat gegeven?
   *[other] lage cijfers zijn niet bevestigd: heeft iemand die gegeven?
  }
home-suggested-wait = { $n ->
    [one] voorgesteld thema om aan te nemen of af te wijzen
   *[other] voorgestelde thema’s om aan te nemen of af te wijzen
  }
home-to-tell = Wie nog moet horen wat ermee gedaan is
home-reviews = { $n ->
    [one] kwartaalgesprek van { $quarter } is niet vastgelegd
   *[other] kwartaalgesprekken van { $quarter } zijn niet vastgelegd
  }
home-reviews-how = De verantwoordelijken leggen ze vast, op de pagina uit hun mail of op de pagina van de klant. “sayso review due” somt ze op.
home-reviews-how-mine = De lijst staat achter de link in de mail van het kwartaal; voor één klant gaat het op de pagina van die klant.
home-contact = Van de zaken van de laatste vier weken was bij { $in_time } van { $of } het contact op tijd ({ $percent }).
home-contact-mine = { $address ->
    [informal] Van jouw zaken van de laatste vier weken was bij { $in_time } van { $of } het contact op tijd ({ $percent }).
   *[formal] Van uw zaken van de laatste vier weken was bij { $in_time } van { $of } het contact op tijd ({ $percent }).
  }
home-contact-same-day = Waar er contact was, was dat op dezelfde werkdag (mediaan).
home-contact-days = { $n ->
    [one] Waar er contact was, was dat na { $n } werkdag (mediaan).
   *[other] Waar er contact was, was dat na { $n } werkdagen (mediaan).
  }
home-contact-part = Niet al deze zaken zijn gelezen.

home-week-title = Wat er deze week uitgaat
home-week-note = Uitnodigingen en herinneringen die uit moeten, per dag.
home-week-none = De komende zeven dagen hoeft er niets uit.
home-week-paused = De verzending is gepauzeerd: er gaat niets uit totdat iemand die hervat.
home-week-resume = Hervatten onder Programma, Toestand
home-week-more = De komende 30 dagen
home-mails = { $n ->
    [one] mail
   *[other] mails
  }
home-day-of = { $survey }: { $n }
home-day-none = geen
home-day-closed = geen verzending

home-numbers-title = Alle cijfers
home-numbers-lead = Elke score met het interval en het aantal antwoorden. Dagen zijn UTC-dagen.
home-days = Dagen
home-days-twelve = Laatste 12 maanden
home-days-quarter = Dit kwartaal
home-days-last-quarter = Vorig kwartaal
home-days-year = Dit jaar
home-days-last-year = Vorig jaar
home-days-own = Eigen keuze
home-days-why = Andere dagen zouden losse antwoorden verraden.
home-first = Eerste dag
home-last = Laatste dag
home-choose-days = De eerste of de laatste dag ontbreekt nog.
home-look = Weergave
home-look-surveys = Elke enquête
home-look-over-month = Maand na maand
home-look-over-quarter = Kwartaal na kwartaal
home-look-over-week = Week na week
home-look-over-year = Jaar na jaar
home-look-over-rolling = Twaalf maanden, voortschrijdend
home-look-by-segment = Per segment
home-look-by-language = Per taal
home-look-by-driver = Per reden
home-look-by-theme = Per thema
home-look-by-owner = Per verantwoordelijke
home-head-surveys = Enquête
home-head-by-segment = Segment
home-head-by-language = Taal
home-head-by-driver = Reden
home-head-by-theme = Thema
home-head-by-owner = Verantwoordelijk
home-segment = Segment
home-compared = Verandering: vergeleken met { $from } tot en met { $to }.
home-rolling-note = Elk punt gaat over de twaalf maanden tot en met die dag; ze overlappen en worden niet vergeleken.
home-none-here = Geen antwoorden in deze dagen
home-no-parts = Hier is geen antwoord dat getoond kan worden
home-too-few-a-year = Bij minder dan 30 antwoorden per jaar staat hier geen verloop.
home-left-out = { $n } andere zijn niet gelezen. Met een enquête of een segment worden het er minder.
