# Wat er in het programma is ingesteld, wat er uitgaat, en of alles loopt
programme-nav = Programma
programme-tabs = Delen van het programma
programme-settings-tab = Instellingen
programme-calendar-tab = Kalender
programme-health-tab = Toestand
programme-settings-title = Wat er is ingesteld
programme-settings-lead = Dit wordt gelezen uit het programma zoals het draait, en is hier alleen te lezen.
programme-changed-where = Wijzigen gebeurt in het bestand templates/programme.yaml. Daarna zegt ‘sayso check’ of alles bruikbaar is, en met de volgende deploy geldt het.
programme-hidden = { $n ->
    [one] een adres dat kijkers niet zien
   *[other] { $n } adressen die kijkers niet zien
  }

programme-part-surveys = Wat er wordt gevraagd
programme-part-rhythm = Wanneer mails uitgaan
programme-part-questions = Redenen en thema’s
programme-part-follow_up = Wie er terugbelt
programme-part-reports = Wie bericht krijgt
programme-part-page = De openbare pagina
programme-part-privacy = Hoe lang iets wordt bewaard
programme-part-company = Het bedrijf en de afzender
programme-part-helpdesk = Waar tickets vandaan komen

programme-unit-minutes = { $n ->
    [one] 1 minuut
   *[other] { $n } minuten
  }
programme-unit-hours = { $n } uur
programme-unit-days = { $n ->
    [one] 1 dag
   *[other] { $n } dagen
  }
programme-unit-months = { $n ->
    [one] 1 maand
   *[other] { $n } maanden
  }
programme-unit-working_days = { $n ->
    [one] 1 werkdag
   *[other] { $n } werkdagen
  }
programme-after-minutes = { $n ->
    [one] 1 minuut
   *[other] { $n } minuten
  }
programme-after-hours = { $n } uur
programme-after-days = { $n ->
    [one] 1 dag
   *[other] { $n } dagen
  }
programme-after-months = { $n ->
    [one] 1 maand
   *[other] { $n } maanden
  }
programme-after-working_days = { $n ->
    [one] 1 werkdag
   *[other] { $n } werkdagen
  }

# $given: yes of no, of het is ingesteld. $value: in woorden; $after: in woorden na "na". $n, $code, $of (een taal)
programme-set-company-name = Het bedrijf heet { $value }.
programme-set-company-imprint = Elke mail eindigt met: { $value }
programme-set-company-website = De website is { $value }.
programme-set-company-privacy_url = De privacyverklaring staat op { $value }.
programme-set-company-logo = { $given ->
    [no] Mails en pagina’s hebben geen logo.
   *[yes] Mails en pagina’s hebben het logo { $value }.
  }
programme-set-company-colour = De kleur is { $value }.
programme-set-company-timezone = De dagen zijn die van { $value }.
programme-set-company-languages = Klanten krijgen mail in het { $value }; de eerste taal geldt als er geen bekend is.
programme-set-company-address = { $code ->
    [informal] { $of }: informeel (je, du).
   *[formal] { $of }: formeel (u, Sie).
  }
programme-set-sender-name = Mails komen van { $value }.
programme-set-sender-email = Ze worden verstuurd vanaf { $value }.
programme-set-sender-reply_to = Antwoorden komen bij een mens terecht: { $value }.

programme-set-send_window-days = Mails gaan uit op { $value }.
programme-set-send_window-opens = Niet vóór { $value } uur in de tijdzone van de klant.
programme-set-send_window-closes = Niet meer vanaf { $value } uur. Zijn beide tijden gelijk, dan de hele dag.

programme-set-surveys = { $given ->
    [no] Niemand wordt iets gevraagd.
   *[yes] Enquêtes
  }
programme-set-surveys-after = Wordt één keer gevraagd, { $value } nadat iemand klant is geworden.
programme-set-surveys-every = Wordt elke { $value } gevraagd.
programme-set-surveys-rotating = { $code ->
   *[quarters] Elk kwartaal wordt een ander kwart van de contacten gevraagd, elk van hen één keer per jaar.
  }
programme-set-surveys-event = { $code ->
    [ticket] Wordt gevraagd nadat een supportticket is opgelost of gesloten.
    [recheck] Vraagt nog eens hoe het nu is, nadat een melding is afgesloten.
   *[touchpoint] Wordt gevraagd als er iets is bereikt dat een ander systeem ons meldt.
  }
programme-set-surveys-quiet_time = Wacht daarna { $value }.
programme-set-surveys-within = Wat niet binnen { $after } kan uitgaan, vervalt.
programme-set-surveys-once_in = Dezelfde persoon wordt hooguit één keer per { $after } gevraagd.
programme-set-surveys-answer_within = Een antwoord wordt { $value } lang aangenomen.
programme-set-surveys-reminder_after = { $given ->
    [no] Niemand krijgt een herinnering.
   *[yes] Wie niet heeft geantwoord, krijgt na { $after } een herinnering.
  }
programme-set-surveys-reminders = { $n ->
    [one] Er is hooguit één herinnering.
   *[other] Er zijn hooguit { $n } herinneringen, elk even lang na de vorige.
  }
programme-set-surveys-scale = { $code ->
    [satisfaction] Vraagt hoe tevreden iemand is, van 1 tot 5.
   *[nps] Vraagt hoe waarschijnlijk het is dat iemand ons aanbeveelt, van 0 tot 10.
  }
programme-set-surveys-ratings = { $given ->
    [no] Geen verdere beoordelingen.
   *[yes] Wie wil, beoordeelt ook van 1 tot 5: { $value }.
  }
programme-set-surveys-question-en = De vraag in het Engels: ‘{ $value }’
programme-set-surveys-question-de = De vraag in het Duits: ‘{ $value }’
programme-set-surveys-question-nl = De vraag in het Nederlands: ‘{ $value }’

programme-set-distances-relationship_apart = Tussen twee mails over hoe het in het algemeen gaat zit { $value }.
programme-set-distances-ticket_after_any = Een mail over een ticket vervalt als er in de laatste { $after } een andere mail naar de persoon ging.
programme-set-distances-ticket_before_relationship = Die vervalt ook als er binnen { $after } een algemene enquête aan de beurt is.
programme-set-distances-relationship_waits_at_most = Een algemene enquête wacht hooguit { $value } op een andere mail.

programme-set-drivers = { $given ->
    [no] Er zijn geen redenen om uit te kiezen.
   *[yes] Redenen om uit te kiezen
  }
programme-set-themes = { $given ->
    [no] Er zijn geen thema’s behalve de redenen.
   *[yes] Thema’s waaronder antwoorden worden opgeborgen
  }
programme-set-themes-drivers = { $given ->
    [no] Geen reden zet een antwoord hier neer.
   *[yes] Wie { $value } kiest, staat meteen hier.
  }
programme-set-themes-words = Woorden die erop wijzen ({ $of }): { $value }
programme-set-ratings = { $given ->
    [no] Er zijn geen eigen beoordelingen.
   *[yes] Eigen beoordelingen
  }
programme-set-evidence = { $code ->
    [strict] Een klik telt alleen als te zien was dat een mens antwoordde. Ook mailscanners klikken.
    [off] Elke klik telt, ook die van een mailscanner.
   *[balanced] Een klik telt als er een mens te zien was, of als hij niet op die van een mailscanner lijkt.
  }
programme-set-review_link = { $given ->
    [no] Niemand wordt naar een reviewsite gestuurd.
   *[yes] Iedereen ziet dezelfde link naar een reviewsite: { $value }
  }

programme-set-follow_up-first_contact_within = Wie ontevreden is, hoort binnen { $after } van ons.
programme-set-follow_up-default_owner = Klanten zonder vaste contactpersoon gaan naar { $value }.
programme-set-follow_up-support_lead = Wat over een ticket wordt gezegd, gaat naar { $value }.
programme-set-follow_up-manager = Het programma wordt geleid door { $value }.
programme-set-follow_up-owner_driver = Een klacht die ‘{ $value }’ noemt, gaat over de contactpersoon van de klant, en gaat naar diens leidinggevende.
programme-set-follow_up-office_hours-days = Werkdagen zijn { $value }.
programme-set-follow_up-office_hours-opens = De werkdag begint om { $value } uur.
programme-set-follow_up-office_hours-closes = Hij eindigt om { $value } uur. Zijn beide tijden gelijk, dan heeft hij geen einde.
programme-set-follow_up-holidays = { $given ->
    [no] Feestdagen worden niet overgeslagen.
   *[yes] Feestdagen worden overgeslagen: { $value }.
  }
programme-set-follow_up-days_off = { $given ->
    [no] Geen verdere vrije dagen.
   *[yes] Vrije dagen van het bedrijf: { $value }.
  }
programme-set-follow_up-remind_before = { $n ->
    [0] Niemand krijgt een herinnering voordat het te laat is.
   *[other] Een herinnering komt { $value } werktijd voordat het te laat is.
  }
programme-set-follow_up-escalate_after = { $n ->
    [0] Wat te laat is, gaat meteen een niveau hoger.
   *[other] Wat te laat is, gaat na { $after } werktijd een niveau hoger.
  }
programme-set-follow_up-escalate_to = { $given ->
    [no] Wat te laat is, gaat naar de leidinggevende van de contactpersoon.
   *[yes] Wat te laat is, gaat naar { $value }.
  }
programme-set-follow_up-at_any_time = { $code ->
    [yes] De eigen mensen krijgen op elk moment bericht.
   *[no] De eigen mensen krijgen alleen onder werktijd bericht.
  }
programme-set-follow_up-owners = { $given ->
    [no] Niemand heeft eigen regels.
    [hidden] { $n ->
        [one] Eén van onze mensen heeft eigen regels.
       *[other] { $n } van onze mensen hebben eigen regels.
      }
   *[yes] Mensen met eigen regels
  }
programme-set-follow_up-owners-name = Heet { $value }.
programme-set-follow_up-owners-manager = De leidinggevende is { $value }.
programme-set-follow_up-owners-timezone = Werkt in de tijdzone { $value }.
programme-set-follow_up-owners-holidays = { $given ->
    [no] Feestdagen als van het bedrijf.
   *[yes] Eigen feestdagen: { $value }.
  }
programme-set-follow_up-owners-days_off = { $given ->
    [no] Geen eigen vrije dagen.
   *[yes] Vrije dagen: { $value }.
  }
programme-set-follow_up-channels = { $given ->
    [no] Onze mensen krijgen alleen bericht per mail.
   *[yes] Ook bericht langs andere wegen dan mail
  }
programme-set-follow_up-channels-tell = Daar staat: { $value }.
programme-set-follow_up-channels-at_any_time = { $code ->
    [yes] Op elk moment.
   *[no] Alleen onder werktijd.
  }
programme-set-follow_up-channels-words = { $code ->
    [yes] Wat de klant schreef is daar te lezen.
   *[no] Wat de klant schreef is daar niet te lezen.
  }
programme-code-tell-alert = een lage score
programme-code-tell-handed_over = een overgedragen melding
programme-code-tell-reminder = een herinnering
programme-code-tell-escalation = wat te laat is

programme-set-digests-team = { $given ->
    [no] Het weekoverzicht van alles gaat alleen naar wie het programma leidt.
   *[yes] Het weekoverzicht van alles gaat ook naar { $value }.
  }
programme-set-digests-management = { $given ->
    [no] Het maandverslag gaat alleen naar wie het programma leidt.
   *[yes] Het maandverslag gaat ook naar { $value }.
  }
programme-set-digests-owners = { $code ->
    [yes] Wie klanten heeft, krijgt een eigen weekoverzicht.
   *[no] Wie klanten heeft, krijgt geen eigen weekoverzicht.
  }
programme-set-reviews = { $given ->
    [no] In gesprekken worden geen scores vastgelegd.
   *[yes] { $code ->
       *[quarterly] Van elke klant wordt in het kwartaalgesprek een score vastgelegd.
      }
  }
programme-set-scores_per_owner = { $code ->
    [yes] Er worden ook scores van afzonderlijke mensen bijgehouden.
   *[no] Van afzonderlijke mensen worden geen scores bijgehouden.
  }

programme-set-tickets-unknown_requesters = { $code ->
    [refuse] Wie een ticket schrijft en niet in de contactlijst staat, wordt niet gevraagd.
   *[add] Wie een ticket schrijft en niet in de contactlijst staat, komt erin en wordt alleen over tickets gevraagd.
  }
programme-set-tickets-never_ask_domains = { $given ->
    [no] Geen maildomein wordt overgeslagen, behalve dat van onszelf.
   *[yes] Nooit gevraagd over gebeurtenissen: adressen bij { $value }.
  }
programme-set-tickets-skip_tags = { $given ->
    [no] Geen label houdt een ticket buiten de enquête.
   *[yes] Over tickets met deze labels wordt niets gevraagd: { $value }.
  }

programme-set-hooks = { $given ->
    [no] Geen helpdesk roept ons rechtstreeks aan.
   *[yes] Wie ons tickets en andere gebeurtenissen mag melden
  }
programme-set-hooks-scheme = { $code ->
    [zendesk] Bewijst wie het is zoals Zendesk dat doet.
    [jira] Bewijst wie het is zoals Jira dat doet.
    [standard] Bewijst wie het is met een handtekening (Standard Webhooks).
    [header] Bewijst wie het is met een geheim in een header.
   *[basic] Bewijst wie het is met naam en wachtwoord.
  }
programme-set-hooks-header = Het geheim staat in de header { $value }.
programme-set-hooks-timezone = Tijden zonder tijdzone worden gelezen als { $value }.
programme-set-hooks-touchpoint = Start de enquête ‘{ $value }’.
programme-set-hooks-events = De woorden voor wat er gebeurde
programme-set-hooks-events-solved = { $given ->
    [no] Geen status betekent opgelost.
   *[yes] Betekent opgelost: { $value }.
  }
programme-set-hooks-events-closed = { $given ->
    [no] Geen status betekent gesloten.
   *[yes] Betekent gesloten: { $value }.
  }
programme-set-hooks-events-reopened = { $given ->
    [no] Geen status betekent heropend.
   *[yes] Betekent heropend: { $value }.
  }
programme-set-hooks-fields = Waar in de berichten iets staat
programme-set-hooks-fields-ticket_id = Het nummer van het ticket staat bij { $value }.
programme-set-hooks-fields-requester_email = Het adres van de aanvrager staat bij { $value }.
programme-set-hooks-fields-requester_name = De naam van de aanvrager staat bij { $value }.
programme-set-hooks-fields-status = De status staat bij { $value }.
programme-set-hooks-fields-time = De tijd staat bij { $value }.
programme-set-hooks-fields-tags = De labels staan bij { $value }.
programme-set-hooks-fields-reference = Waar het over gaat staat bij { $value }.
programme-set-hooks-fields-email = Het adres staat bij { $value }.
programme-set-hooks-fields-contact_id = Het kenmerk van het contact staat bij { $value }.
programme-set-hooks-fields-name = De naam staat bij { $value }.

programme-set-sending-daily_limit = { $given ->
    [no] Voor de mails van een dag geldt geen andere grens dan die van de maildienst.
   *[yes] Op een dag gaan hooguit { $value } mails uit; de rest wacht, het oudste eerst.
  }
programme-set-sending-resend_unknown_after = { $given ->
    [no] Een mail waarvan niemand weet of hij is uitgegaan, wordt nooit opnieuw verstuurd.
   *[yes] Een mail waarvan niemand weet of hij is uitgegaan, wordt na { $after } opnieuw verstuurd.
  }
programme-set-sending-transient_bounces = { $n ->
    [one] Een adres dat één mail weigert, krijgt geen mail meer.
   *[other] Een adres dat { $n } mails achter elkaar weigert, krijgt geen mail meer.
  }

programme-set-page-show_score = { $code ->
    [yes] De score staat op de pagina.
   *[no] De score staat niet op de pagina.
  }
programme-set-page-new_answers_per_edition = De score erop verandert pas met { $value } nieuwe antwoorden of meer.
programme-set-page-editions = { $code ->
    [by_approval] Elke editie verschijnt als iemand haar goedkeurt.
   *[by_rule] Is de eerste editie goedgekeurd, dan verschijnen de volgende vanzelf.
  }
programme-set-page-mention_changes = { $code ->
    [yes] De volgende uitnodiging zegt in één regel wat er is gedaan voor wie erom vroeg.
   *[no] Uitnodigingen zeggen niet wat er is gedaan.
  }
programme-set-page-told_apart = Tussen mails die iemand vertellen wat er is gedaan zit { $value }.
programme-set-benchmark = { $given ->
    [no] Naast onze score staat geen andere.
   *[yes] Wat anderen halen
  }
programme-set-benchmark-nps = Anderen halen { $value }.
programme-set-benchmark-source = Dat zegt: { $value }.

programme-set-privacy-keep_words = Wat iemand schreef, wordt na { $after } verwijderd. Scores blijven, en noemen niemand.
programme-set-privacy-keep_identities = { $given ->
    [no] Namen en adressen blijven tot iemand ze wist.
   *[yes] Namen en adressen worden gewist, { $value } na het laatste dat er met iemand gebeurde.
  }

# De kalender
programme-calendar-title = De komende 30 dagen
programme-calendar-lead = Hoeveel mails aan klanten op welke dag uitgaan, voor zover ze vandaag zijn gepland.
programme-calendar-total = { $n ->
    [one] mail in deze dagen
   *[other] mails in deze dagen
  }
programme-calendar-days = Mails per dag
programme-calendar-note = Herinneringen aan wat er in deze dagen uitgaat, en vragen over tickets die nog komen, tellen mee zodra ze zijn gepland. Klanten op pauze en mensen met een open melding zijn meegeteld, ook al moeten ze misschien wachten.
programme-calendar-paused = Sinds { $since } ligt alles stil. Er gaat niets uit tot iemand de verzending hervat.
programme-calendar-least = Tot en met { $day } kloppen de aantallen precies. Daarna zijn het er minstens zoveel; de balken zijn hol.
programme-calendar-least-all = Er wacht zoveel dat elk aantal het minste is wat er zal zijn.
programme-calendar-limit = De grens is { $limit } mails per dag; vandaag gingen er { $sent } uit.
programme-calendar-beyond = { $n ->
    [one] 1 mail wordt door de grens tot na deze dagen verschoven.
   *[other] { $n } mails worden door de grens tot na deze dagen verschoven.
  }
programme-calendar-day = Dag
programme-calendar-mails = Mails
programme-calendar-by-survey = Per enquête
programme-calendar-remark = Opmerking
programme-calendar-closed = geen mails op deze weekdag
programme-calendar-full = grens bereikt
programme-calendar-at-least = minstens
programme-calendar-none = Voor deze dagen is niets gepland
programme-calendar-none-why = Wie in de contactlijst staat, wordt vanzelf ingepland. Is de lijst leeg, importeer die dan eerst.

# Toestand
programme-health-title = Loopt alles?
programme-health-lead = Wat hier zelf te zien is, en wat iemand vond die alles heeft nagekeken.
programme-pause-title = Verzending
programme-pause-running = Mails gaan uit zoals gepland.
programme-pause-paused = Sinds { $since } ligt alles stil.
programme-pause-by = Stilgelegd door { $by }: { $reason }
programme-pause-do = Alle verzending stilleggen
programme-pause-meaning = Tot iemand de verzending hervat, gaat er geen mail naar klanten: geen enquête, geen herinnering, geen vraag over een ticket, geen bericht over wat er is gedaan.
programme-pause-goes-on = Antwoorden komen nog steeds binnen en tellen. Meldingen worden nog steeds geopend, en de eigen mensen krijgen bericht zoals altijd.
programme-pause-lost = Wat wacht, blijft wachten. Een vraag over een ticket vervalt als de tijd ervoor intussen verstrijkt. Een mail die op dit moment onderweg is, komt nog aan.
programme-pause-reason = Waarom?
programme-pause-reason-hint = Voor wie er later naar kijkt. Noem geen klanten.
programme-pause-ask = Alle verzending stilleggen?
programme-pause-done = De verzending ligt stil.
programme-resume-do = Verzending hervatten
programme-resume-say = Mails gaan weer uit. Wat intussen aan de beurt was, volgt vanzelf, binnen de verzendtijden, het oudste eerst.
programme-resume-done = Mails gaan weer uit.
programme-ses-title = De maildienst (Amazon SES)
programme-ses-unknown = SES zegt op dit moment niet hoe het ervoor staat.
programme-ses-sends = SES neemt onze mails aan.
programme-ses-under_review = SES onderzoekt dit account en kan het stilleggen. Kijk snel naar geweigerde mails en klachten.
programme-ses-paused = SES heeft dit account stilgelegd. Er gaat geen mail uit tot dat met AWS is opgelost.
programme-ses-sandbox = SES zit nog in de sandbox: het schrijft alleen aan bevestigde adressen.
programme-ses-quota = { $sent } van { $quota } mails in 24 uur.
programme-ses-no-quota = { $sent } mails in 24 uur; er is geen grens.
programme-hints-title = Vast niet zo bedoeld
programme-hints-note = Wat in het programma geen fout is, maar misschien niet zo was bedoeld.
programme-doctor-title = Wat de dokter vond
programme-doctor-age = Nagekeken op { $at } door { $by }.
programme-doctor-old = Dat is langer dan een week geleden. Laat iemand nog eens kijken.
programme-doctor-again = Om opnieuw te kijken geeft wie het systeem beheert deze opdracht:
programme-doctor-never = Er heeft nog niemand gekeken
programme-doctor-never-why = Wie het systeem beheert geeft deze opdracht; wat er gevonden wordt, staat dan hier:
programme-doctor-not-here = Alarmen, achtergebleven berichten en het afzenderdomein zijn hier niet te zien; deze opdracht kijkt ernaar.
programme-doctor-counts = { $broken } kapot, { $warning } om na te kijken, { $unknown } onbekend, { $ok } in orde.
programme-doctor-state-broken = Kapot
programme-doctor-state-warning = Nakijken
programme-doctor-state-unknown = Onbekend
programme-doctor-state-ok = In orde
programme-doctor-what = Wat
programme-doctor-found = Bevinding
programme-doctor-do = Wat te doen
programme-doctor-fold-ok = Wat in orde is
programme-doctor-fold-unknown = Hier niet te zien: { $n }

# Waar ‘sayso doctor’ naar kijkt: functions/sayso/cli/doctor*.py
programme-check-production = Mail aan iedereen, niet alleen testadressen
programme-check-sending_enabled = Toestemming van AWS om te verzenden
programme-check-quota = Toegestane mails per dag
programme-check-link_keys = Sleutel die links in mails beschermt
programme-check-address_key = Sleutel voor adressen die niets krijgen
programme-check-site = De pagina’s voor klanten
programme-check-api = Waar antwoorden aankomen
programme-check-api_past_the_site = Geen weg buiten de site om
programme-check-custom_domain = Het eigen adres van de site
programme-check-schedules = Wat op de klok loopt
programme-check-readers = Wat wijzigingen doorgeeft
programme-check-daily_run = De dagelijkse run
programme-check-clock = De klok van de computer die keek
programme-check-channels = Kanalen die van zaken horen
programme-check-holidays = Feestdagen
programme-check-failures = Wat mislukte
programme-check-stream_records = Wijzigingen die opzij zijn gelegd
programme-check-alarms = Alarmen
programme-check-alarm_mail = Wie de alarmen krijgt
programme-check-sender = Het adres waar mails vandaan komen
programme-check-identity = Bewijs dat het adres van ons is
programme-check-dkim = Handtekening op mails (DKIM)
programme-check-dmarc = Bescherming van de afzender (DMARC)
programme-check-mail_from = Retouradres van mails (MAIL FROM)
programme-check-mail_events = Bericht over wat er met mails gebeurt
programme-check-configuration_set = Schakelaar voor verzenden
programme-check-programme = Het programma dat geldt
programme-check-pause = Pauzes
programme-holds-title = Klanten op pauze
programme-holds-none = Geen klant staat op pauze
programme-holds-none-why = Een klant gaat op pauze op zijn eigen pagina.
programme-holds-unknown = Een klant die niet meer in de lijst staat
programme-holds-until = Laatste dag
programme-holds-over = voorbij
programme-holds-why = Waarom
programme-holds-by = Door
programme-changes-title = Wat er onlangs is gedaan
programme-changes-none = Er is nog niets stilgelegd, op pauze gezet of naar voren gehaald.
programme-changes-paused = Verzending stilgelegd
programme-changes-resumed = Verzending hervat
programme-changes-held = Klant op pauze gezet
programme-changes-released = Pauze beëindigd
programme-changes-kicked_off = Bestaande klanten naar voren gehaald
programme-rating-contact_person = contactpersoon
programme-rating-quality = kwaliteit
programme-rating-support = support
programme-rating-communication = communicatie
programme-rating-price = prijs
