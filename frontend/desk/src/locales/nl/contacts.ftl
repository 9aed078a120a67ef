# Contacten: vinden, uitleggen, wijzigen, en uit een lijst overnemen
contacts-nav = Contacten
contacts-title = Contacten
contacts-lead = Een persoon vinden via het eigen nummer of het mailadres.
contacts-who = Nummer of mailadres
contacts-who-hint = Precies zoals in de contactlijst; hoofdletters in adressen maken niet uit. Namen worden niet doorzocht.
contacts-by-account = In plaats daarvan de personen van een klant bekijken
contacts-nobody = Niemand heeft { $who }
contacts-nobody-why = Controleer de spelling of bekijk de personen van de klant.
contacts-found = { $n } gevonden
contacts-own-id = Eigen nummer
contacts-by-ticket = (geen: bekend door een ticket)
contacts-role = Rol
contacts-role-relationship = wordt over de relatie gevraagd
contacts-role-user = wordt alleen over tickets gevraagd
contacts-person = Persoon
contacts-email = Mail
contacts-phone = Telefoon
contacts-account-since = Klant sinds
contacts-contact-since = Contact sinds
contacts-renewal = Verlenging
contacts-locale = Taal
contacts-time-zone = Tijdzone
contacts-first-seen = Bij Sayso bekend sinds
contacts-asked = Wat is verstuurd en wat wacht
contacts-answers = Antwoorden
contacts-cases = Zaken
contacts-no-answers = Geen antwoorden
contacts-no-cases = Geen zaken
contacts-nothing-asked = Er is niets verstuurd en niets gepland
contacts-ticket = Ticket { $ticket }
contacts-planned = Gepland voor
contacts-mails = Mails
contacts-mail-at = { $mail }, { $at }
contacts-mail-first = eerste mail
contacts-mail-reminder = herinnering
contacts-mail-reminder_2 = tweede herinnering
contacts-mail-reminder_3 = derde herinnering
contacts-mail-delivered = bezorgd
contacts-mail-sent = verstuurd, bezorging niet gemeld
contacts-mail-sending = wordt verstuurd
contacts-mail-unknown = misschien verstuurd
contacts-mail-failed = geweigerd
contacts-state-waiting = wacht
contacts-state-sending = wordt verstuurd
contacts-state-sent = verstuurd
contacts-state-answered = beantwoord
contacts-state-expired = verlopen
contacts-state-skipped = overgeslagen
contacts-state-cancelled = teruggenomen
contacts-state-failed = mislukt

contacts-whether = Wordt deze persoon aangeschreven?
contacts-is-asked = Er staat blijvend niets in de weg.
contacts-do-not-ask = Niet vragen
contacts-do-not-ask-list = De contactlijst zegt dat; daar wordt het gewijzigd.
contacts-list-matter = Of iemand überhaupt wordt gevraagd (do_not_ask) zegt de contactlijst, niet deze pagina.
contacts-suppressed = Wordt niet aangeschreven
contacts-suppressed-why = { $reason }, sinds { $day }
contacts-suppressed-by = ({ $who })
contacts-same-address = { $n } anderen delen dit adres; wat ervoor geldt, geldt ook voor hen.
contacts-former-wish = Dat is bij een eerder adres gezegd en blijft gelden.
contacts-suppress = Dit adres niet meer aanschrijven
contacts-suppress-do = Adres blokkeren
contacts-suppress-reason = Reden
contacts-suppressed-now = Het adres wordt niet meer aangeschreven.
contacts-why-by_hand = Onze beslissing
contacts-why-unsubscribed = De persoon wilde geen mails meer
contacts-why-bounced = Het adres bestaat niet
contacts-why-complained = De persoon meldde een mail als spam
contacts-lift = Dit adres weer aanschrijven
contacts-lift-do = Adres vrijgeven
contacts-lift-light = Wat dan aan de beurt is, gaat uit zoals gepland.
contacts-lift-sure = De persoon heeft er zelf om gevraagd
contacts-lifted = Het adres mag weer worden aangeschreven.
contacts-lifted-but = Dat is opgeheven, maar de persoon wilde geen mails meer en dat blijft; nog eens vrijgeven heft ook dat op.

contacts-data = Gegevens van de persoon
contacts-export-say = Alles wat over deze persoon is opgeslagen, als bestand voor de persoon zelf. Dat het is gemaakt staat onder Wijzigingen.
contacts-export = Alles wat is opgeslagen bewaren
contacts-exported = Het bestand is bewaard. Het gaat over een persoon: verwijder het na de overdracht.
contacts-erase-say = Wissen verwijdert naam, adres en woorden; de anonieme score blijft en het adres wordt nooit meer aangeschreven. Haal de persoon ook uit de eigen lijst.
contacts-erase-typed = Typ { $what } om te wissen
contacts-erase = Deze persoon wissen
contacts-erase-sure = { $who } wordt gewist. Dit kan niet ongedaan worden gemaakt.
contacts-erase-shared = Ook { $n } anderen met hetzelfde adres worden dan niet meer aangeschreven.
contacts-erased = De persoon is gewist. De scores blijven en noemen niemand.

contacts-why = Waarom is deze persoon wel of niet gevraagd?
contacts-why-note = Zoals het er nu voor staat. Tijden zijn die van het bedrijf.
contacts-next = Wat er hierna komt
contacts-stories = Wat er van elke uitnodiging werd
contacts-news = Wat hun over het vervolg wordt verteld
contacts-story-planned = { $survey }, gepland voor { $day }
contacts-story-brought = { $survey }, vervroegd naar { $day }
contacts-story-about = { $survey }: { $subject }
contacts-fact-who = Gevraagd wordt { $asked ->
    [relationship_tickets] over de relatie en over tickets
    [relationship_events] over de relatie, tickets en andere aanleidingen
    [relationship] alleen over de relatie
    [tickets] alleen over tickets
    [events] alleen over tickets en andere aanleidingen
   *[nothing] niets
  }.
contacts-fact-dates = Begin op { $began }; bij Sayso bekend sinds { $at }; tijdzone { $zone }.
contacts-fact-dates_unknown = Het begin is niet bekend; bij Sayso bekend sinds { $at }; tijdzone { $zone }.
contacts-fact-do_not_ask = Wordt niets gevraagd: zo zegt de contactlijst.
contacts-fact-suppressed = Het adres is sinds { $at } geblokkeerd: { $reason }. Er wordt niets naartoe gestuurd.
contacts-fact-was_suppressed = Het adres was van { $at } tot { $until } geblokkeerd: { $reason }.
contacts-fact-hold = De klant is gepauzeerd tot en met { $until }, zei { $by } op { $at }: { $why }
contacts-fact-open_follow_up = { $by } is sinds { $at } nog bezig met een eerder antwoord; tot dat klaar is wordt niets verstuurd.
contacts-fact-open_follow_up_of_somebody = Iemand is nog bezig met een eerder antwoord; tot dat klaar is wordt niets verstuurd.
contacts-fact-paused = Alles is sinds { $at } stilgezet door { $by }: { $why }
contacts-fact-stopped = Op dit moment gaat er naar niemand iets uit: { $reason }.
contacts-fact-daily_limit = Vandaag gaat er niets meer uit: de grens van { $limit } mails is bereikt.
contacts-fact-mail_failed = De { $mail } is op { $at } door de maildienst geweigerd: { $why }.
contacts-fact-mail_delivered = De { $mail } ging op { $at }{ $again ->
    [yes] {" "}voor de tweede keer
   *[no] {""}
  } uit en is op { $delivered } bezorgd.
contacts-fact-mail_sent = De { $mail } ging op { $at }{ $again ->
    [yes] {" "}voor de tweede keer
   *[no] {""}
  } uit; van de bezorging is niets gehoord.
contacts-fact-mail_sending = De { $mail } wordt op dit moment overgedragen.
contacts-fact-mail_unknown = De { $mail } is op { $at }{ $again ->
    [yes] {" "}voor de tweede keer
   *[no] {""}
  } misschien uitgegaan: niemand weet het.
contacts-fact-answered = De persoon heeft geantwoord.
contacts-fact-over = Het is voorbij: { $reason }.
contacts-fact-nothing_sent = { $state ->
    [skipped] Overgeslagen
    [cancelled] Teruggenomen
    [failed] Mislukt
   *[expired] Verlopen
  }, en er is niets verstuurd: { $reason }.
contacts-fact-unknown_survey = Het programma heeft deze enquête niet meer.
contacts-fact-open = Tot { $until } wordt een antwoord aangenomen.
contacts-fact-no_reminder = Er gaat geen herinnering uit: { $reason }.
contacts-fact-resend = Ze wordt op { $at } opnieuw verstuurd.
contacts-fact-settle = Op { $at } wordt opnieuw gekeken.
contacts-fact-waits_looked_at = De { $mail } wacht: { $reason }; of dat nog geldt wordt op { $until } bekeken.
contacts-fact-waits = De { $mail } wacht tot { $until }{ $because }.
contacts-because = : { $reason }
contacts-fact-will_not_go = Zoals het er nu voor staat gaat ze dan niet uit: { $reason }.
contacts-fact-will_wait = Zoals het er nu voor staat gaat ze dan niet uit maar wacht ze verder: { $reason }.
contacts-fact-due_will_not_go = De { $mail } is sinds { $at } aan de beurt en gaat niet uit: { $reason }.
contacts-fact-due_waits = De { $mail } is sinds { $at } aan de beurt en wacht: { $reason }.
contacts-fact-due_stopped = De { $mail } is sinds { $at } aan de beurt; ze wacht alleen hierom: { $reason }.
contacts-fact-due = De { $mail } is sinds { $at } aan de beurt en gaat bij de volgende ronde uit.
contacts-fact-answer_waits = Geopend op { $at }; wordt nog opgehelderd: { $reasons }.
contacts-fact-answer_not_confirmed = Geopend op { $at }; niet bevestigd en telt niet mee: { $reasons }.
contacts-fact-answer_accepted = { $by } heeft het antwoord op { $at } aanvaard. { $why }
contacts-fact-answer_rejected = { $by } heeft het antwoord op { $at } afgewezen. { $why }
contacts-fact-next_do_not_ask = { $survey }: niet gevraagd, zo zegt de contactlijst.
contacts-fact-next_user = { $survey }: niet gepland, omdat deze persoon alleen over tickets wordt gevraagd.
contacts-fact-next_after_open = { $survey }: op { $day }, gepland zodra de vorige is afgelopen.
contacts-fact-next_once = { $survey }: wordt één keer gevraagd, en dat is al gebeurd.
contacts-fact-next_not_planned_yet = { $survey }: op { $day }; wordt nu gepland.
contacts-fact-next_overdue = { $survey }: aan de beurt sinds { $day }, zie hieronder.
contacts-fact-next_suppressed = { $survey }: op { $day }; zoals het er nu voor staat wordt ze overgeslagen, het adres is geblokkeerd.
contacts-fact-next_on = { $survey }: op { $day }.
contacts-fact-next_goes = { $survey }: gepland voor { $day }, gaat op { $goes } uit.
contacts-fact-next_will_not_go = { $survey }: gepland voor { $day }, gaat dan niet uit, zie hieronder.
contacts-fact-next_waits = { $survey }: gepland voor { $day }, wacht, zie hieronder.
contacts-fact-next_no_dates = { $survey }: niet gepland, omdat het begin niet bekend is.
contacts-fact-next_far = { $survey }: niet gepland, het begin ({ $day }) ligt te ver vooruit.
contacts-fact-next_no_date = { $survey }: niet gepland.
contacts-fact-next_existing_base = { $survey }: niet gepland, ze is voor nieuwe mensen. De dag, { $day }, was voorbij toen Sayso op { $seen } van de persoon hoorde.
contacts-fact-event_never_ask = { $survey }: nooit gevraagd, het adres is van onszelf of van een genoemd domein.
contacts-fact-event_suppressed = { $survey }: niet gevraagd, het adres is geblokkeerd.
contacts-fact-event_free = { $survey }: gevraagd als { $event ->
    [ticket] het volgende ticket is opgelost
    [recheck] de volgende zaak is gesloten
   *[touchpoint] de volgende aanleiding komt
  }.
contacts-fact-event_not_before = { $survey }: voor { $until } niet gevraagd, wat er ook komt: { $reason }.
contacts-fact-event_waits_none = { $survey }: { $count } wachten; zoals het er nu voor staat gaat er geen uit, zie hieronder.
contacts-fact-event_waits = { $survey }: er wacht er één, zie hieronder.
contacts-fact-event_waits_one = { $survey }: { $count } wachten, en één daarvan gaat uit: { $subject }.
contacts-fact-news_sending = De mail wordt op dit moment overgedragen.
contacts-fact-news_unknown = De mail is op { $at } misschien uitgegaan: niemand weet het.
contacts-fact-news_sent_but = De mail ging op { $at } uit, maar: { $reason }.
contacts-fact-news_sent = De mail ging op { $at } uit.
contacts-fact-news_failed = De mail is geweigerd: ze horen het niet.
contacts-fact-news_expired = Niet op tijd verteld: { $reason }.
contacts-fact-news_skipped = Niet verteld: { $reason }.
contacts-fact-news_soon = Vrijgegeven; gaat binnen enkele minuten uit als er niets tegen is.
contacts-fact-news_waits = De mail wacht tot { $until }{ $because }.

contacts-reason-answered = de persoon heeft geantwoord
contacts-reason-asked_lately = kort geleden hetzelfde over iets anders gevraagd
contacts-reason-daily_limit = de daggrens voor mails was bereikt
contacts-reason-do_not_ask = de contactlijst zegt niet te vragen
contacts-reason-erased = de persoon is gewist
contacts-reason-looked_after_again = iemand is weer met de persoon bezig
contacts-reason-hold = de klant is gepauzeerd
contacts-held-until = de klant is gepauzeerd tot en met { $day }
contacts-reason-mail_refused = de maildienst weigerde de mail
contacts-reason-no_answer = er kwam niet op tijd een antwoord
contacts-reason-no_longer_planned = de datums, de rol of het programma zijn gewijzigd
contacts-reason-open_follow_up = iemand is nog bezig met een eerder antwoord
contacts-reason-paused = het versturen is stilgezet
contacts-reason-relationship_apart = kort geleden ging er een andere relatiemail uit
contacts-reason-relationship_due = binnen enkele dagen is een relatiemail aan de beurt
contacts-reason-reopened = het ticket is heropend
contacts-reason-reviewed = een gesprek kwam ervoor in de plaats
contacts-reason-send_window = buiten de verzendtijd
contacts-reason-ses_not_ready = de maildienst nam op dat moment geen mail aan
contacts-reason-ses_paused = de maildienst heeft het versturen voor dit account stilgezet
contacts-reason-ses_quota = het 24-uursquotum van de maildienst was op
contacts-reason-ses_refuses = de maildienst weigerde de ene mail na de andere
contacts-reason-ses_unverified = de maildienst kent de afzender niet als geverifieerd
contacts-reason-ses_unwell = de maildienst faalde bij de ene mail na de andere
contacts-reason-suppressed = het adres wilde geen mails of neemt er geen aan
contacts-reason-tagged = het ticket heeft een label dat de vraag verbiedt
contacts-reason-too_close = kort geleden ging er een andere enquêtemail naar de persoon
contacts-reason-too_late = het moment om te vragen was voorbij
contacts-reason-unknown_survey = het programma heeft deze enquête niet meer
contacts-reason-unsubscribed = de persoon wilde geen mails meer
contacts-reason-bounced = het adres bestaat niet
contacts-reason-bounced_often = mails naar het adres kwamen steeds terug
contacts-reason-complained = de persoon meldde een mail als spam
contacts-reason-by_hand = iemand van ons heeft het zo bepaald
contacts-reason-changed = de openbare tekst is sinds de vrijgave gewijzigd
contacts-reason-not_asked = geen antwoord van hen staat er nog achter
contacts-reason-not_done = openbaar staat niet meer dat het gedaan is
contacts-reason-not_public = het staat niet meer openbaar
contacts-reason-survey_due = binnen enkele dagen is een enquêtemail aan de beurt
contacts-reason-survey_lately = enkele dagen geleden ging er een enquêtemail naar de persoon
contacts-reason-told_already = iemand anders op het adres hoort het
contacts-reason-told_in_invitation = een regel in een uitnodiging vertelde het
contacts-reason-told_lately = kort geleden ging er een andere zulke mail naar de persoon

contacts-import = Contacten importeren
contacts-import-lead = Een CSV-bestand wordt in deze browser gelezen en eerst bekeken; tot dan verandert er niets.
contacts-file = Bestand
contacts-file-hint = CSV met komma's, puntkomma's of tabs. Nodige kolommen: { $required }. Ook bekend: { $others } en segment:NAAM.
contacts-file-empty = Het bestand heeft geen rijen.
contacts-file-quote = In regel { $about } klopt een aanhalingsteken niet. Herstel de regel en kies het bestand opnieuw.
contacts-file-column = De eerste regel heeft geen kolom { $about }.
contacts-file-read = { $name }: { $n ->
    [one] 1 rij
   *[other] { $n } rijen
  }.
contacts-file-guessed = Het bestand is geen UTF-8 en is als Windows-1252 gelezen. Controleer een naam met een accent; klopt die niet, sla het bestand dan op als CSV UTF-8.
contacts-file-unused = Niet gebruikte kolommen: { $columns }.
contacts-preview = Wat er zou veranderen
contacts-taking = Wat er wordt overgenomen
contacts-phase-checking = Wordt bekeken
contacts-phase-checked = Bekeken
contacts-phase-importing = Wordt overgenomen
contacts-phase-imported = Overgenomen
contacts-progress = { $done } van { $of } rijen
contacts-stop = Stoppen
contacts-stopped = Gestopt na { $done } rijen. Die zijn overgenomen; hetzelfde bestand verandert er niets meer aan.
contacts-stopped-check = Gestopt na { $done } rijen. Er is niets gewijzigd.
contacts-go-on = Doorgaan
contacts-will-added = Zouden nieuw zijn
contacts-will-changed = Zouden wijzigen
contacts-will-rejected = Zouden worden afgewezen
contacts-done-added = Nieuw
contacts-done-changed = Gewijzigd
contacts-done-rejected = Afgewezen
contacts-unchanged = Ongewijzigd
contacts-renumbered = De lijst lijkt haar nummers te hebben gewijzigd: { $n } van { $of } rijen zijn nieuwe contacten waarvan het adres onder een ander nummer bekend is.
contacts-left-hold = Contacten gaan van { $account }, gepauzeerd tot en met { $until }, naar { $now }, dat niet is gepauzeerd. Pauzeer dat ook als het dezelfde klant is.
contacts-were-erased = { $n ->
    [one] 1 persoon is
   *[other] { $n } personen zijn
  } gewist en komt met deze lijst terug (regels { $lines }); de adressen blijven geblokkeerd. Haal ze uit de lijst.
contacts-known = { $n ->
    [one] 1 nieuw contact heeft een adres dat
   *[other] { $n } nieuwe contacten hebben adressen die
  } onder een ander nummer bekend is. Elk nummer wordt als eigen persoon gevraagd.
contacts-known-one = Regel { $line }: { $id } heeft het adres van { $others }
contacts-and-more = en nog { $n }
contacts-other-language = { $n ->
    [one] 1 contact spreekt
   *[other] { $n } contacten spreken
  } een taal waarin dit programma geen mails heeft ({ $languages }): de mails komen in het { $instead }.
contacts-other-languages = { $n } contacten spreken talen waarin dit programma geen mails heeft ({ $languages }): de mails komen in het { $instead }.
contacts-undated = { $n } zonder account_since of contact_since: pas over 12 maanden gevraagd.
contacts-name = Naam
contacts-new = { $n ->
    [one] 1 nieuw contact
   *[other] { $n } nieuwe contacten
  }
contacts-each-change = Contact voor contact
contacts-what-changes = Eerst → nu
contacts-nothing = leeg
contacts-rejects = Rijen die niet worden overgenomen
contacts-line = Regel
contacts-column = Kolom
contacts-problem = Wat er niet klopt
contacts-rejects-say = Het bestand met afgewezen rijen bevat de redenen. Herstel het en importeer dat bestand.
contacts-rejects-save = Afgewezen rijen bewaren
contacts-nothing-to-take = Er is niets over te nemen.
contacts-take-good = Goede rijen worden overgenomen, { $n ->
    [one] de afgewezen rij
   *[other] de { $n } afgewezen rijen
  } niet.
contacts-take = { $n ->
    [one] 1 contact
   *[other] { $n } contacten
  } overnemen
contacts-imported = Klaar: { $n ->
    [one] 1 contact is
   *[other] { $n } contacten zijn
  } nieuw of gewijzigd.

contacts-row-empty = Deze cel is leeg en is nodig.
contacts-row-too_long = Dit is langer dan { $about } tekens.
contacts-row-too_many_cells = De rij heeft meer cellen dan kolommen (“{ $about }” is over). Zet tekst met een scheidingsteken tussen aanhalingstekens.
contacts-row-too_many_segments = Er zijn meer dan 20 segmenten.
contacts-row-segment = Een segment mag 60 tekens hebben en geen van | # =
contacts-row-double = Hetzelfde nummer staat al in regel { $about }. Geef een eigen nummer of verwijder een van de twee regels.
contacts-row-double_before = Hetzelfde nummer staat in regel { $about } van de lijst waaruit deze rij is afgewezen. Geef een eigen nummer of verwijder een van de twee.
contacts-row-contended = Iemand anders wijzigde dit contact net. Importeer de rij opnieuw.
contacts-row-address = “{ $about }” is geen adres waar mail naartoe kan.
contacts-row-role = “{ $about }” is geen rol. Schrijf relationship of user.
contacts-row-date = “{ $about }” is geen datum. Schrijf zoals 2026-03-31.
contacts-row-time_zone = “{ $about }” is geen tijdzone. Schrijf zoals Europe/Amsterdam.
contacts-row-yes_or_no = “{ $about }” is geen yes en geen no.
contacts-row-other = Deze cel kan zo niet worden overgenomen: ‘{ $about }’.
