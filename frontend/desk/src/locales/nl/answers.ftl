# Antwoorden: de stroom, één antwoord, indelen, beslissen, export
answers-nav = Antwoorden
answers-title = Antwoorden
answers-lead = Wat klanten zeggen, het nieuwste eerst.
answers-lead-mine = { $address ->
    [informal] Wat jouw klanten zeggen, het nieuwste eerst.
   *[formal] Wat uw klanten zeggen, het nieuwste eerst.
  }
answers-one = Eén antwoord
answers-open = dit antwoord openen

answers-state-counts = Telt
answers-state-waiting = Wacht
answers-state-unconfirmed = Niet bevestigd
answers-state-machine = Machine
answers-state-all = Alle

answers-filters = Filters
answers-filters-on = { $n ->
    [one] Filters: 1 gekozen
   *[other] Filters: { $n } gekozen
  }
answers-filters-off = Alle filters weghalen
answers-account-off = Niet alleen { $account }
answers-account-begin = Begint met …
answers-group = Groep
answers-filed = Ingedeeld
answers-filed-filed = bij een thema ingedeeld
answers-filed-suggested = voorgesteld, niet besloten
answers-filed-none = bij geen thema
answers-since = Van
answers-until = Tot en met
answers-only = Alleen
answers-only-words = met woorden
answers-only-quotable = mag geciteerd worden

answers-search = Zoeken in wat er staat
answers-search-hint = Alle woorden, ongeacht hoofdletters en accenten. Er wordt alleen gezocht in de antwoorden die hieronder geladen zijn.
answers-search-found = { $n } van { $of } geladen antwoorden
answers-new = { $n ->
    [one] 1 nieuw antwoord: tonen
   *[other] { $n } nieuwe antwoorden: tonen
  }
answers-looked-until = Tot nu toe teruggekeken tot { $day }. Daarvoor kunnen er meer zijn.
answers-none = Nog geen antwoorden
answers-none-why = Zodra iemand antwoordt, staat het hier binnen een halve minuut.
answers-none-fits = Geen antwoord past
answers-none-fits-why = Kies minder filters of een langere periode.
answers-none-yet = Nog niets gevonden
answers-none-more = Oudere antwoorden zijn nog niet bekeken: toon meer.
answers-none-search = Niet in wat geladen is
answers-none-search-more = Oudere antwoorden zijn nog niet geladen: toon meer om ook die te doorzoeken.

answers-withheld = { $address ->
    [informal] Wat hier staat gaat over jou; iemand anders leest het.
   *[formal] Wat hier staat gaat over u; iemand anders leest het.
  }
answers-words-gone = De woorden zijn verlopen en verwijderd.
answers-better = Wat het beter zou maken:
answers-ticket = Ticket { $ticket }
answers-wish = Wil contact
answers-wish-no = nee
answers-wish-phone = per telefoon
answers-wish-mail = per mail
answers-may-quote = mag geciteerd worden
answers-may-name = mag als referentie genoemd worden
answers-case = Zaak: { $state }
answers-follow-up = Zaak

answers-themes = Thema’s
answers-themes-note = Druk op een thema om het antwoord daar in te delen, en nog eens om dat terug te nemen.
answers-themes-first = Het kan worden ingedeeld zodra het telt.
answers-file = Indelen bij …
answers-accept = ja
answers-not-it = nee
answers-accept-theme = Ja, dit gaat over { $theme }
answers-reject-theme = Nee, dit gaat niet over { $theme }
answers-suggested = { $theme }?
answers-theme-filed = { $theme }: ingedeeld door { $by }
answers-theme-suggested = { $theme }: voorgesteld door de woorden
answers-theme-rejected = { $theme }: afgewezen door { $by }
answers-by-rule = een regel
answers-undo = Ongedaan maken
answers-told-file = { $n ->
    [one] Ingedeeld bij { $theme }.
   *[other] { $n } antwoorden ingedeeld bij { $theme }.
  }
answers-told-accept = { $n ->
    [one] Ingedeeld bij { $theme }.
   *[other] { $n } antwoorden ingedeeld bij { $theme }.
  }
answers-told-reject = { $n ->
    [one] Gaat niet over { $theme }.
   *[other] { $n } antwoorden gaan niet over { $theme }.
  }
answers-told-take_back = Teruggenomen: { $theme }.
answers-told-undone = Ongedaan gemaakt: { $theme }.

answers-choose = { $answer } kiezen
answers-selected = { $n ->
    [one] 1 antwoord gekozen
   *[other] { $n } antwoorden gekozen
  }
answers-clear = Geen kiezen

answers-keys = Toetsenbord
answers-keys-on = Losse toetsen delen antwoorden in
answers-keys-hint = Zet dit uit bij dicteren of bij toetsen per ongeluk. Tijdens het typen staan ze altijd uit.
answers-key-j = volgende antwoord
answers-key-k = vorige antwoord
answers-key-1 = indelen bij het thema met dit nummer, of dat terugnemen
answers-key-a = voorstel aannemen
answers-key-x = voorstel afwijzen
answers-key-s = dit antwoord kiezen
answers-key-o = dit antwoord openen
answers-key-u = ongedaan maken

answers-rule-accepted = Het is van deze persoon
answers-rule-accepted-say = Het antwoord telt vanaf nu, en een lage score opent een zaak. Dit kan niet worden teruggenomen.
answers-rule-rejected = Het is niet van deze persoon
answers-rule-rejected-say = Het antwoord telt niet. Komt de persoon terug en antwoordt die, dan telt dat.
answers-rule-score = Welk cijfer is bedoeld?
answers-rule-score-missing = Er zijn meerdere cijfers geopend: kies het bedoelde.
answers-rule-reason = Waarom
answers-rule-reason-hint = Wat er gevraagd is, en wat er gezegd is. Het wordt bewaard.
answers-rule-reason-missing = Geef de reden.
answers-told-accepted = Aangenomen: { $score } telt vanaf nu.
answers-told-rejected = Afgewezen: het telt niet.

answers-link = Aan een toezegging koppelen
answers-link-say = { $n ->
    [one] Wie dit antwoord gaf, hoort het als de toezegging klaar is.
   *[other] Wie deze { $n } antwoorden gaf, hoort het als de toezegging klaar is.
  }
answers-link-to = Toezegging
answers-link-none = Er is nog geen open toezegging.
answers-linked = { $n ->
    [one] Gekoppeld. { $voices } mensen hebben er nu om gevraagd.
   *[other] { $n } antwoorden gekoppeld. { $voices } mensen hebben er nu om gevraagd.
  }
answers-made = Wat ermee gebeurde
answers-commitments-none = Aan geen toezegging gekoppeld.
answers-by-another = (door een ander antwoord van dezelfde persoon)

answers-quote = Citaat kiezen
answers-quote-say = Deze persoon mag geciteerd worden, zonder naam. Laat namen van mensen en bedrijven weg.
answers-quote-hint = Hun eigen woorden: kort in met […], verander niets.
answers-quote-text = Citaat ({ $language })
answers-quote-translation = Vertaling: { $language } (niet verplicht)
answers-quoted = Gekozen. Het wordt nu op namen nagekeken en is binnen enkele minuten klaar.
answers-quote-stands = Als citaat gekozen
answers-quote-fallen = Was als citaat gekozen en mag niet meer getoond worden

answers-evidence = Hoe we het weten
answers-visible = Pagina zichtbaar
answers-seconds = { $n ->
    [one] 1 seconde
   *[other] { $n } seconden
  }
answers-after-delivery = Na aankomst van de mail
answers-scores-seen = Geopende cijfers
answers-recorded-by = Opgeschreven door
answers-imported-from = Overgenomen uit
answers-id = Korte naam
answers-reason-gesture = Iemand raakte de pagina aan, bewoog de aanwijzer of typte
answers-reason-read = Het enige cijfer, 5 minuten of langer na de mail geopend, en gelezen
answers-reason-sent = Verzonden met de knop van de eenvoudige pagina
answers-reason-everything_counts = Het programma telt elke klik
answers-reason-accepted = Aangenomen door een van ons
answers-reason-imported = Overgenomen uit een ander hulpmiddel
answers-reason-recorded = Gezegd in een gesprek en opgeschreven door een van ons
answers-reason-rejected = Afgewezen door een van ons
answers-reason-burst = Verschillende cijfers binnen seconden, zoals mailscanners ze openen
answers-reason-many_scores = Drie of meer verschillende cijfers, en niemand raakte de pagina aan
answers-reason-several_scores = Twee verschillende cijfers, en niemand raakte de pagina aan
answers-reason-too_soon = Geopend binnen 5 minuten na bezorging, wanneer mail gescand wordt
answers-reason-sent_too_soon = Verzonden binnen een minuut na bezorging
answers-reason-too_short = Korter dan 5 seconden zichtbaar
answers-reason-no_gesture = Niemand raakte de pagina aan, en het programma vraagt daarom

answers-history = Verloop
answers-history-none = Daarvan is niets bewaard.
answers-step-asked = Per mail gevraagd
answers-step-reminded = Herinnerd
answers-step-delivered = De mail kwam aan
answers-step-recorded = In een gesprek opgeschreven
answers-step-imported = In een ander hulpmiddel gegeven
answers-step-given = Voor het eerst geklikt
answers-step-counted = Bevestigd: het telt
answers-step-accepted = Aangenomen { $score }
answers-step-rejected = Afgewezen
answers-step-theme_filed = Ingedeeld bij { $theme }
answers-step-theme_rejected = Niet over { $theme }
answers-step-case_opened = Zaak geopend
answers-step-case_closed = Zaak afgesloten
answers-step-quoted = Als citaat gekozen

answers-others = Andere antwoorden van deze persoon
answers-others-none = Dit is tot nu toe het enige antwoord.
answers-of-account = Alle antwoorden van deze klant

answers-export = Exporteren
answers-export-say = Alle antwoorden die bij de filters passen komen in een bestand op deze computer. Ze gaan over mensen: verwijder het bestand na gebruik. De export wordt vastgelegd.
answers-export-counts = Alleen antwoorden die tellen kunnen geëxporteerd worden: kies de status “Telt”.
answers-export-as = Bestand
answers-export-csv = CSV, voor rekenbladen
answers-export-jsonl = JSON-regels, voor programma’s
answers-export-so-far = Tot nu toe { $n } antwoorden, terug tot { $until } …
answers-export-stop = Stoppen
answers-exported = { $n ->
    [one] 1 antwoord geëxporteerd.
   *[other] { $n } antwoorden geëxporteerd.
  }
