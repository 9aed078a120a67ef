# Zaken: het bord, één zaak, en hoe snel we contact opnemen
cases-nav = Zaken
cases-title = Zaken
cases-one = Zaak
cases-lead = Iedereen die ontevreden was of om contact vroeg, en wie ermee bezig is.
cases-lead-mine = { $address ->
    [informal] Je klanten die ontevreden waren of om contact vroegen.
   *[formal] Uw klanten die ontevreden waren of om contact vroegen.
  }
cases-report = Hoe snel we contact opnemen
cases-today = Vandaag
cases-today-none = Vandaag hoeft er niets.
cases-today-some = { $late ->
    [0] { $today } voor vandaag.
   *[other] { $today ->
    [0] { $late } te laat.
   *[other] { $late } te laat, { $today } voor vandaag.
  }
  }
cases-today-more = Er zijn er meer; op het bord staan ze allemaal.
cases-as = Tonen als
cases-as-board = Bord
cases-as-list = Lijst
cases-column-to_contact = Contact opnemen
cases-column-contacted = Contact gehad
cases-column-over = Pas afgesloten
cases-none-to_contact = Niemand wacht op contact
cases-none-contacted = Niets wacht op afsluiting
cases-none-over = Er is niets afgesloten
cases-escalated-to-you = Hierheen geëscaleerd
cases-escalated-here = hierheen geëscaleerd
cases-escalated-to = geëscaleerd naar { $who }
cases-escalated-since = Te laat: { $who } kreeg bericht, { $when }
cases-looked-until = Nog niets gevonden, tot { $when }.
cases-whose = Van wie
cases-whose-mine = Van mij
cases-whose-escalated = Naar mij geëscaleerd
cases-wish = Contact
cases-wishes-phone = wil graag gebeld worden
cases-wishes-mail = wil graag een e-mail
cases-wishes-no = wil geen contact
cases-time = Termijn
cases-only-late = Alleen te laat
cases-besides = Verder
cases-yours = eigen zaak

cases-when-today = vandaag, { $time }
cases-when-tomorrow = morgen, { $time }
cases-when-yesterday = gisteren, { $time }
cases-when-day = { $date }, { $time }
cases-standing-due = Contact vóór { $when }
cases-standing-look = Uitzoeken vóór { $when }
cases-standing-overdue = Te laat sinds { $when }
cases-standing-contacted = Contact gehad: { $when }
cases-standing-looked = Uitgezocht: { $when }
cases-standing-solved = Opgelost, afgesloten: { $when }
cases-standing-not_solved = Niet opgelost, afgesloten: { $when }
cases-standing-no_answer = Niemand bereikt, afgesloten: { $when }

cases-ticket = ticket { $ticket }
cases-contact = De persoon
cases-words = Wat er is gezegd
cases-said-why = De reden
cases-said-better = Wat er beter kan
cases-drivers = Het gaat over
cases-quote = Mag zonder naam geciteerd worden.
cases-answer = Dit antwoord
cases-joined = Ook gezegd, bij dezelfde zaak
cases-responsible = Verantwoordelijk: { $who }
cases-complaint = Klacht over
cases-wish-phone = Wil graag gebeld worden.
cases-wish-mail = Wil graag een e-mail.
cases-wish-no = Wil geen contact. Zoek het wel uit, maar zonder te bellen of te schrijven.
cases-wish-open = Heeft niet gezegd hoe.
cases-no-phone = Er is geen telefoonnummer bekend.
cases-call = { $phone } bellen
cases-write = Mailen naar { $email }
cases-cause-was = Het lag aan: { $cause }
cases-again = Wordt rond { $date } opnieuw gevraagd.
cases-asked-again = Opnieuw gevraagd op { $date }, nog zonder antwoord.
cases-said-again = Opnieuw gevraagd op { $date }:

cases-work = Wat er te doen is
cases-do-contacted = Ik heb contact gehad
cases-do-looked = Ik heb het uitgezocht
cases-do-note = Notitie toevoegen
cases-do-close = Afsluiten
cases-do-hand_over = Overdragen
cases-do-reopen = Heropenen
cases-note-contacted = Notitie (hoeft niet)
cases-note-note = Notitie
cases-note-close = Wat er is gedaan, en wat er is beloofd
cases-note-close-hint = Wie de volgende zaak van deze klant oppakt, leest dit als eerste.
cases-note-hand_over = Waarom
cases-note-reopen = Waarom de zaak weer open is
cases-cause = Wat er mis was
cases-cause-other = Iets anders
cases-cause-own = In een paar woorden
cases-outcome = Hoe het afliep
cases-outcome-solved = Opgelost
cases-outcome-not_solved = Niet opgelost
cases-outcome-no_answer = Niemand bereikt
cases-recheck = Over { $days } dagen opnieuw vragen of het beter gaat
cases-recheck-day = Morgen opnieuw vragen of het beter gaat
cases-to = Aan wie
cases-to-other = Een ander adres
cases-to-email = Adres
cases-to-hint = Een collega bij { $company }, die de woorden van de klant per e-mail krijgt.
cases-sure = De zaak gaat naar { $to }, met de woorden van de klant.
cases-save-contacted = Contact vastleggen
cases-save-looked = Vastleggen
cases-save-note = Notitie opslaan
cases-save-close = Zaak afsluiten
cases-save-hand_over = Zaak overdragen
cases-save-reopen = Zaak heropenen
cases-needs-note = Hier ontbreken nog een paar woorden.
cases-needs-cause = Geef aan wat er mis was.
cases-needs-outcome = Geef aan hoe het afliep.
cases-needs-to = Geef aan aan wie.
cases-needs-sure = Bevestig het adres.
cases-too-long = { $signs } tekens; er passen er { $most }.
cases-refused-note = Deze tekst is niet aangenomen. Hij mag 2.000 tekens hebben; een zaak met heel veel notities neemt er geen meer op en kan alleen nog worden afgesloten.
cases-refused-cause = Dit is niet aangenomen. Het mag 60 tekens hebben.
cases-refused-outcome = Kies een van deze mogelijkheden.
cases-refused-to = Een zaak kan alleen binnen het bedrijf worden overgedragen, en niet aan wie hem al heeft.
cases-saved-contacted = Opgeslagen. Nu alleen nog afsluiten.
cases-saved-note = De notitie is opgeslagen.
cases-saved-close = De zaak is afgesloten.
cases-saved-hand_over = Overgedragen aan { $to }.
cases-saved-reopen = De zaak is weer open.
cases-unsaved-offline = Niet opgeslagen: er is geen verbinding. De tekst blijft hier staan; probeer het opnieuw zodra die er weer is.
cases-unsaved-failed = Nog niet opgeslagen. De tekst blijft hier staan; probeer het zo meteen opnieuw.
cases-unsaved-refused = Niet opgeslagen: dit kon zo niet worden aangenomen. Pas het aan of laad de pagina opnieuw.
cases-unsaved-handed = Niet opgeslagen: deze zaak ligt intussen bij iemand anders. De tekst blijft hier staan.
cases-unsaved-conflict = Niet opgeslagen: iemand heeft deze zaak intussen gewijzigd. Hij staat hier zoals hij nu is; de tekst is er nog.
cases-unsaved-given = Niet opgeslagen: iemand anders heeft deze zaak intussen overgedragen. Hij staat hier zoals hij nu is; de tekst is er nog.
cases-passed = Overgedragen aan { $to }
cases-passed-why = Daar gaat een e-mail heen met de woorden van de klant. Hier is deze zaak niet meer te zien.
cases-to-board = Naar de zaken

cases-promised = Wat eerder is beloofd
cases-commitments = Wat we eraan doen
cases-commitments-why = Toezeggingen voor wat er is gezegd: goed om te weten voor een gesprek.
cases-commitment-heard = gehoord
cases-commitment-planned = gepland
cases-commitment-in_progress = mee bezig
cases-commitment-done = klaar
cases-commitment-declined = afgewezen
cases-unconfirmed = Niet bevestigd, niet meegeteld
cases-unconfirmed-why = Iemand, of een mailscanner, heeft de link naar een laag cijfer geopend; een mens was op de pagina niet te zien. Het hoort niet bij deze zaak, maar ernaar vragen loont.
cases-reason-several_scores = er zijn twee verschillende cijfers geopend
cases-reason-too_soon = geopend binnen enkele minuten na de bezorging, als mail wordt gescand
cases-reason-sent_too_soon = verstuurd binnen een minuut na de bezorging
cases-reason-too_short = de pagina was minder dan vijf seconden te zien
cases-reason-no_gesture = niemand heeft de pagina aangeraakt, en dat vragen onze regels
cases-history = Eerdere cijfers
cases-changes = Wat er is gebeurd
cases-change-opened = Geopend
cases-change-joined = Er kwam nog een antwoord bij
cases-change-reopened = Heropend
cases-change-contacted = Contact met de klant
cases-change-looked = Uitgezocht
cases-change-either = Contact gehad of uitgezocht
cases-change-noted = Notitie
cases-change-handed_over = Overgedragen aan { $to }
cases-change-closed = Afgesloten
cases-told = Wie bericht kreeg
cases-notice-alert = Over een antwoord
cases-notice-handed_over = Over de overdracht
cases-notice-reminder = Herinnering vóór de termijn
cases-notice-escalation = Dat het te laat is
cases-notice-undelivered = Dat e-mails niet aankomen
cases-mail-to = e-mail aan { $to }
cases-mail-to-owner = e-mail aan wie er dan mee bezig is
cases-mail-to-deputy = e-mail aan wie waarneemt
cases-notice-state-waiting = moet nog
cases-notice-state-sending = onderweg
cases-notice-state-sent = verstuurd
cases-notice-state-unknown = misschien verstuurd
cases-notice-state-failed = niet aangekomen
cases-notice-state-dropped = niet nodig
cases-because-contacted = er is contact geweest
cases-because-closed = de zaak is afgesloten
cases-because-newer = er is sindsdien iets veranderd
cases-because-overdue = de termijn is voorbij
cases-because-handed_over = iemand anders heeft hem
cases-because-erased = de gegevens zijn gewist
cases-because-channel_gone = dit kanaal is er niet meer

cases-report-lead = De zaken die in een maand of kwartaal zijn geopend, en wat ervan geworden is.
cases-report-lead-own = De eigen en de hierheen geëscaleerde zaken die in een maand of kwartaal zijn geopend, en wat ervan geworden is.
cases-report-of = zaken die in deze dagen zijn geopend
cases-report-none = In deze dagen is geen zaak geopend
cases-report-cut = Er zijn meer zaken dan er in één keer worden gelezen. Deze getallen gaan over een deel ervan: kies een latere periode, of gebruik de opdrachtregel voor alles.
cases-quarter = Kwartaal { $n } van { $year }
cases-opened = { $n ->
    [one] zaak geopend
   *[other] zaken geopend
  }
cases-reopened = { $n ->
    [one] één is heropend
   *[other] { $n } keer heropend
  }
cases-in-time = op tijd contact
cases-of-likely = { $part } van { $whole }, waarschijnlijk tussen { $low } en { $high }
cases-days = { $n ->
    [one] werkdag tot het eerste contact, bij de helft
   *[other] werkdagen tot het eerste contact, bij de helft
  }
cases-days-ninth = negen van de tien binnen { $n }
cases-late-now = nu te laat
cases-still-waiting = { $n } wachten nog, en zijn op tijd
cases-soon = Hoe snel we contact opnemen
cases-soon-note = { $n ->
    [one] Beloofd: binnen een werkdag van wie ermee bezig is.
   *[other] Beloofd: binnen { $n } werkdagen van wie ermee bezig is.
  }
cases-bar = Werkdagen
cases-bar-n = Zaken
cases-bar-waiting = nog niemand
cases-by-the-clock = Volgens de klok, met nachten en weekends: de helft binnen { $time }.
cases-each-time = Wat is heropend, telt in alles wat zegt hoe snel elke keer opnieuw: { $n } in totaal.
cases-hours = { $n ->
    [one] een uur
   *[other] { $n } uur
  }
cases-under-an-hour = een uur
cases-full-days = { $n } dagen
cases-ended = Hoe ze afliepen
cases-ended-note = Elke zaak één keer, zoals zij er nu voor staat.
cases-ended-unknown = Voorbij, zonder vermelding hoe
cases-open-still = Nog open
cases-to-close = De helft afgesloten binnen
cases-won = Teruggewonnen
cases-won-note = Criticasters die na het afsluiten van hun zaak opnieuw zijn gevraagd.
cases-won-hidden = Niet getoond: wat één persoon bereikt, moet op ten minste 10 antwoorden rusten.
cases-won-unknown = Niet bekend: in dit programma wordt niemand opnieuw gevraagd.
cases-won-none = Nog niemand heeft opnieuw geantwoord.
cases-moved = van wie antwoordden zijn geen criticaster meer
cases-part = { $part } van { $whole }
cases-few = Dit zijn weinig antwoorden: een paar meer kunnen het veranderen.
cases-asked-n = { $asked } van { $of } criticasters zijn opnieuw gevraagd, { $waits } nog niet.
cases-causes = Waar het aan lag
cases-causes-note = Van wat is afgesloten.
cases-closed-n = Afgesloten
cases-before = Eerder geopend en nog open: { $open }, waarvan { $late } te laat. Ze tellen hier nergens mee.
