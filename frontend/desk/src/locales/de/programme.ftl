# Was im Programm eingestellt ist, was hinausgeht, und ob alles läuft
programme-nav = Programm
programme-tabs = Teile des Programms
programme-settings-tab = Einstellungen
programme-calendar-tab = Kalender
programme-health-tab = Zustand
programme-settings-title = Was eingestellt ist
programme-settings-lead = Dies wird aus dem Programm gelesen, wie es läuft, und lässt sich hier nur lesen.
programme-changed-where = Geändert wird es in der Datei templates/programme.yaml. Danach sagt „sayso check“, ob alles verwendbar ist, und mit dem nächsten Deploy gilt es.
programme-hidden = { $n ->
    [one] eine Adresse, die Betrachter nicht sehen
   *[other] { $n } Adressen, die Betrachter nicht sehen
  }

programme-part-surveys = Was gefragt wird
programme-part-rhythm = Wann Mails hinausgehen
programme-part-questions = Gründe und Themen
programme-part-follow_up = Wer zurückruft
programme-part-reports = Wer unterrichtet wird
programme-part-page = Die öffentliche Seite
programme-part-privacy = Wie lange etwas aufbewahrt wird
programme-part-company = Unternehmen und Absender
programme-part-helpdesk = Woher Tickets kommen

programme-unit-minutes = { $n ->
    [one] 1 Minute
   *[other] { $n } Minuten
  }
programme-unit-hours = { $n ->
    [one] 1 Stunde
   *[other] { $n } Stunden
  }
programme-unit-days = { $n ->
    [one] 1 Tag
   *[other] { $n } Tage
  }
programme-unit-months = { $n ->
    [one] 1 Monat
   *[other] { $n } Monate
  }
programme-unit-working_days = { $n ->
    [one] 1 Arbeitstag
   *[other] { $n } Arbeitstage
  }
programme-after-minutes = { programme-unit-minutes }
programme-after-hours = { programme-unit-hours }
programme-after-days = { $n ->
    [one] 1 Tag
   *[other] { $n } Tagen
  }
programme-after-months = { $n ->
    [one] 1 Monat
   *[other] { $n } Monaten
  }
programme-after-working_days = { $n ->
    [one] 1 Arbeitstag
   *[other] { $n } Arbeitstagen
  }

# $given: yes oder no, ob es gesetzt ist. $value: in Worten; $after: in Worten im Dativ. $n, $code, $of (eine Sprache)
programme-set-company-name = Das Unternehmen heißt { $value }.
programme-set-company-imprint = Jede Mail endet mit: { $value }
programme-set-company-website = Seine Website ist { $value }.
programme-set-company-privacy_url = Seine Datenschutzerklärung steht unter { $value }.
programme-set-company-logo = { $given ->
    [no] Mails und Seiten tragen kein Logo.
   *[yes] Mails und Seiten tragen das Logo { $value }.
  }
programme-set-company-colour = Seine Farbe ist { $value }.
programme-set-company-timezone = Seine Tage sind die von { $value }.
programme-set-company-languages = Kunden wird auf { $value } geschrieben; die erste Sprache gilt, wo keine bekannt ist.
programme-set-company-address = { $code ->
    [informal] { $of }: informell (du, je).
   *[formal] { $of }: förmlich (Sie, u).
  }
programme-set-sender-name = Mails kommen von { $value }.
programme-set-sender-email = Gesendet wird von { $value }.
programme-set-sender-reply_to = Antworten erreichen einen Menschen unter { $value }.

programme-set-send_window-days = Mails gehen an diesen Tagen hinaus: { $value }.
programme-set-send_window-opens = Nicht vor { $value } Uhr in der Zeitzone des Kunden.
programme-set-send_window-closes = Nicht mehr ab { $value } Uhr. Sind beide Zeiten gleich, den ganzen Tag.

programme-set-surveys = { $given ->
    [no] Niemand wird etwas gefragt.
   *[yes] Umfragen
  }
programme-set-surveys-after = Wird einmal gefragt, { $value } nachdem jemand Kunde geworden ist.
programme-set-surveys-every = Wird alle { $value } gefragt.
programme-set-surveys-rotating = { $code ->
   *[quarters] Jedes Quartal wird ein anderes Viertel der Kontakte gefragt, jeder davon einmal im Jahr.
  }
programme-set-surveys-event = { $code ->
    [ticket] Wird gefragt, nachdem ein Support-Ticket gelöst oder geschlossen wurde.
    [recheck] Fragt noch einmal, wie es jetzt ist, nachdem ein Fall abgeschlossen wurde.
   *[touchpoint] Wird gefragt, wenn etwas erreicht ist, das uns ein anderes System meldet.
  }
programme-set-surveys-quiet_time = Wartet danach { $value }.
programme-set-surveys-within = Was nicht innerhalb von { $after } hinausgehen kann, entfällt.
programme-set-surveys-once_in = Dieselbe Person wird höchstens einmal in { $after } gefragt.
programme-set-surveys-answer_within = Eine Antwort wird { $value } lang angenommen.
programme-set-surveys-reminder_after = { $given ->
    [no] Niemand wird erinnert.
   *[yes] Wer nicht geantwortet hat, wird nach { $after } erinnert.
  }
programme-set-surveys-reminders = { $n ->
    [one] Es gibt höchstens eine Erinnerung.
   *[other] Es gibt höchstens { $n } Erinnerungen, jede so lange nach der letzten.
  }
programme-set-surveys-scale = { $code ->
    [satisfaction] Fragt, wie zufrieden jemand ist, von 1 bis 5.
   *[nps] Fragt, wie wahrscheinlich jemand uns weiterempfiehlt, von 0 bis 10.
  }
programme-set-surveys-ratings = { $given ->
    [no] Keine weiteren Bewertungen.
   *[yes] Wer will, bewertet auch von 1 bis 5: { $value }.
  }
programme-set-surveys-question-en = Die Frage auf Englisch: „{ $value }“
programme-set-surveys-question-de = Die Frage auf Deutsch: „{ $value }“
programme-set-surveys-question-nl = Die Frage auf Niederländisch: „{ $value }“

programme-set-distances-relationship_apart = Zwischen zwei Mails dazu, wie es allgemein steht, liegen { $value }.
programme-set-distances-ticket_after_any = Eine Mail zu einem Ticket entfällt, wenn in den letzten { $after } eine andere Mail an die Person ging.
programme-set-distances-ticket_before_relationship = Sie entfällt auch, wenn innerhalb von { $after } eine allgemeine Umfrage ansteht.
programme-set-distances-relationship_waits_at_most = Eine allgemeine Umfrage wartet höchstens { $value } auf eine andere Mail.

programme-set-drivers = { $given ->
    [no] Es gibt keine Gründe zur Auswahl.
   *[yes] Gründe zur Auswahl
  }
programme-set-themes = { $given ->
    [no] Es gibt keine Themen außer den Gründen.
   *[yes] Themen, unter denen Antworten abgelegt werden
  }
programme-set-themes-drivers = { $given ->
    [no] Kein Grund legt eine Antwort hier ab.
   *[yes] Wer { $value } wählt, steht sofort hier.
  }
programme-set-themes-words = Wörter, die es nahelegen ({ $of }): { $value }
programme-set-ratings = { $given ->
    [no] Es gibt keine eigenen Bewertungen.
   *[yes] Eigene Bewertungen
  }
programme-set-evidence = { $code ->
    [strict] Ein Klick zählt nur, wenn zu sehen war, dass ein Mensch antwortet. Auch Mail-Scanner klicken.
    [off] Jeder Klick zählt, auch der eines Mail-Scanners.
   *[balanced] Ein Klick zählt, wenn ein Mensch zu sehen war oder wenn er nicht nach einem Mail-Scanner aussieht.
  }
programme-set-review_link = { $given ->
    [no] Niemand wird auf ein Bewertungsportal verwiesen.
   *[yes] Alle sehen denselben Link zu einem Bewertungsportal: { $value }
  }

programme-set-follow_up-first_contact_within = Wer unzufrieden ist, wird innerhalb von { $after } angesprochen.
programme-set-follow_up-default_owner = Kunden, um die sich niemand kümmert, gehen an { $value }.
programme-set-follow_up-support_lead = Was zu einem Ticket gesagt wird, geht an { $value }.
programme-set-follow_up-manager = Das Programm leitet { $value }.
programme-set-follow_up-owner_driver = Eine Beschwerde, die „{ $value }“ nennt, betrifft den Betreuer des Kunden und geht an dessen Vorgesetzte.
programme-set-follow_up-office_hours-days = Arbeitstage sind { $value }.
programme-set-follow_up-office_hours-opens = Der Arbeitstag beginnt um { $value } Uhr.
programme-set-follow_up-office_hours-closes = Er endet um { $value } Uhr. Sind beide Zeiten gleich, hat er kein Ende.
programme-set-follow_up-holidays = { $given ->
    [no] Feiertage werden nicht ausgelassen.
   *[yes] Feiertage werden ausgelassen: { $value }.
  }
programme-set-follow_up-days_off = { $given ->
    [no] Keine weiteren freien Tage.
   *[yes] Freie Tage des Unternehmens: { $value }.
  }
programme-set-follow_up-remind_before = { $n ->
    [0] Niemand wird erinnert, bevor es zu spät ist.
   *[other] Erinnert wird { $value } Arbeitszeit, bevor es zu spät ist.
  }
programme-set-follow_up-escalate_after = { $n ->
    [0] Was überfällig ist, wird sofort nach oben gegeben.
   *[other] Was überfällig ist, wird nach { $after } Arbeitszeit nach oben gegeben.
  }
programme-set-follow_up-escalate_to = { $given ->
    [no] Was überfällig ist, geht an die Vorgesetzten des Betreuers.
   *[yes] Was überfällig ist, geht an { $value }.
  }
programme-set-follow_up-at_any_time = { $code ->
    [yes] Die eigenen Leute werden jederzeit unterrichtet.
   *[no] Die eigenen Leute werden nur während der Arbeitszeit unterrichtet.
  }
programme-set-follow_up-owners = { $given ->
    [no] Niemand hat eigene Regeln.
    [hidden] { $n ->
        [one] Einer unserer Leute hat eigene Regeln.
       *[other] { $n } unserer Leute haben eigene Regeln.
      }
   *[yes] Leute mit eigenen Regeln
  }
programme-set-follow_up-owners-name = Heißt { $value }.
programme-set-follow_up-owners-manager = Vorgesetzt ist { $value }.
programme-set-follow_up-owners-timezone = Arbeitet in der Zeitzone { $value }.
programme-set-follow_up-owners-holidays = { $given ->
    [no] Feiertage wie im Unternehmen.
   *[yes] Eigene Feiertage: { $value }.
  }
programme-set-follow_up-owners-days_off = { $given ->
    [no] Keine eigenen freien Tage.
   *[yes] Freie Tage: { $value }.
  }
programme-set-follow_up-channels = { $given ->
    [no] Unsere Leute werden nur per Mail unterrichtet.
   *[yes] Auch auf anderen Wegen als per Mail
  }
programme-set-follow_up-channels-tell = Dort steht: { $value }.
programme-set-follow_up-channels-at_any_time = { $code ->
    [yes] Jederzeit.
   *[no] Nur während der Arbeitszeit.
  }
programme-set-follow_up-channels-words = { $code ->
    [yes] Was der Kunde schrieb, ist dort zu lesen.
   *[no] Was der Kunde schrieb, ist dort nicht zu lesen.
  }
programme-code-tell-alert = eine niedrige Bewertung
programme-code-tell-handed_over = ein übergebener Fall
programme-code-tell-reminder = eine Erinnerung
programme-code-tell-escalation = was überfällig ist

programme-set-digests-team = { $given ->
    [no] Die Wochenübersicht über alles bekommt nur, wer das Programm leitet.
   *[yes] Die Wochenübersicht über alles bekommt auch { $value }.
  }
programme-set-digests-management = { $given ->
    [no] Den Monatsbericht bekommt nur, wer das Programm leitet.
   *[yes] Den Monatsbericht bekommt auch { $value }.
  }
programme-set-digests-owners = { $code ->
    [yes] Wer Kunden betreut, bekommt eine eigene Wochenübersicht.
   *[no] Wer Kunden betreut, bekommt keine eigene Wochenübersicht.
  }
programme-set-reviews = { $given ->
    [no] In Gesprächen werden keine Bewertungen festgehalten.
   *[yes] { $code ->
       *[quarterly] Für jeden Kunden wird im Quartalsgespräch eine Bewertung festgehalten.
      }
  }
programme-set-scores_per_owner = { $code ->
    [yes] Werte werden auch für einzelne unserer Leute geführt.
   *[no] Für einzelne unserer Leute werden keine Werte geführt.
  }

programme-set-tickets-unknown_requesters = { $code ->
    [refuse] Wer ein Ticket schreibt und nicht in der Kontaktliste steht, wird nicht gefragt.
   *[add] Wer ein Ticket schreibt und nicht in der Kontaktliste steht, kommt hinein und wird nur zu Tickets gefragt.
  }
programme-set-tickets-never_ask_domains = { $given ->
    [no] Keine Mail-Domain bleibt außen vor, außer unserer eigenen.
   *[yes] Zu Ereignissen nie gefragt: Adressen bei { $value }.
  }
programme-set-tickets-skip_tags = { $given ->
    [no] Kein Schlagwort hält ein Ticket von der Frage ab.
   *[yes] Zu Tickets mit diesen Schlagwörtern wird nicht gefragt: { $value }.
  }

programme-set-hooks = { $given ->
    [no] Kein Helpdesk ruft uns direkt.
   *[yes] Wer uns Tickets und andere Ereignisse melden darf
  }
programme-set-hooks-scheme = { $code ->
    [zendesk] Weist sich aus, wie Zendesk es tut.
    [jira] Weist sich aus, wie Jira es tut.
    [standard] Weist sich mit einer Signatur aus (Standard Webhooks).
    [header] Weist sich mit einem Geheimnis in einer Kopfzeile aus.
   *[basic] Weist sich mit Name und Passwort aus.
  }
programme-set-hooks-header = Das Geheimnis steht in der Kopfzeile { $value }.
programme-set-hooks-timezone = Zeiten ohne Zeitzone werden als { $value } gelesen.
programme-set-hooks-touchpoint = Löst die Umfrage „{ $value }“ aus.
programme-set-hooks-events = Seine Wörter für das, was geschah
programme-set-hooks-events-solved = { $given ->
    [no] Kein Status heißt gelöst.
   *[yes] Heißt gelöst: { $value }.
  }
programme-set-hooks-events-closed = { $given ->
    [no] Kein Status heißt geschlossen.
   *[yes] Heißt geschlossen: { $value }.
  }
programme-set-hooks-events-reopened = { $given ->
    [no] Kein Status heißt wieder geöffnet.
   *[yes] Heißt wieder geöffnet: { $value }.
  }
programme-set-hooks-fields = Wo in seinen Nachrichten etwas steht
programme-set-hooks-fields-ticket_id = Die Nummer des Tickets steht unter { $value }.
programme-set-hooks-fields-requester_email = Die Adresse des Absenders steht unter { $value }.
programme-set-hooks-fields-requester_name = Der Name des Absenders steht unter { $value }.
programme-set-hooks-fields-status = Der Status steht unter { $value }.
programme-set-hooks-fields-time = Die Zeit steht unter { $value }.
programme-set-hooks-fields-tags = Die Schlagwörter stehen unter { $value }.
programme-set-hooks-fields-reference = Worum es geht, steht unter { $value }.
programme-set-hooks-fields-email = Die Adresse steht unter { $value }.
programme-set-hooks-fields-contact_id = Die Kennung des Kontakts steht unter { $value }.
programme-set-hooks-fields-name = Der Name steht unter { $value }.

programme-set-sending-daily_limit = { $given ->
    [no] Für die Mails eines Tages gilt keine andere Grenze als die des Maildienstes.
   *[yes] An einem Tag gehen höchstens { $value } Mails hinaus; der Rest wartet, das Älteste zuerst.
  }
programme-set-sending-resend_unknown_after = { $given ->
    [no] Eine Mail, von der niemand weiß, ob sie hinausging, wird nie noch einmal gesendet.
   *[yes] Eine Mail, von der niemand weiß, ob sie hinausging, wird nach { $after } noch einmal gesendet.
  }
programme-set-sending-transient_bounces = { $n ->
    [one] An eine Adresse, die eine Mail ablehnt, wird nicht mehr geschrieben.
   *[other] An eine Adresse, die { $n } Mails nacheinander ablehnt, wird nicht mehr geschrieben.
  }

programme-set-page-show_score = { $code ->
    [yes] Der Wert steht auf der Seite.
   *[no] Der Wert steht nicht auf der Seite.
  }
programme-set-page-new_answers_per_edition = Der Wert darauf ändert sich erst mit { $value } neuen Antworten oder mehr.
programme-set-page-editions = { $code ->
    [by_approval] Jede Ausgabe erscheint, wenn jemand sie freigibt.
   *[by_rule] Ist die erste Ausgabe freigegeben, erscheinen die nächsten von selbst.
  }
programme-set-page-mention_changes = { $code ->
    [yes] Die nächste Einladung sagt in einer Zeile, was für den getan wurde, der darum bat.
   *[no] Einladungen sagen nicht, was getan wurde.
  }
programme-set-page-told_apart = Zwischen Mails, die jemandem sagen, was getan wurde, liegen { $value }.
programme-set-benchmark = { $given ->
    [no] Neben unserem Wert steht kein anderer.
   *[yes] Was andere erreichen
  }
programme-set-benchmark-nps = Andere erreichen { $value }.
programme-set-benchmark-source = Das sagt: { $value }.

programme-set-privacy-keep_words = Was jemand geschrieben hat, wird nach { $after } gelöscht. Bewertungen bleiben und nennen niemanden.
programme-set-privacy-keep_identities = { $given ->
    [no] Namen und Adressen bleiben, bis jemand sie löscht.
   *[yes] Namen und Adressen werden { $value } nach dem letzten Vorgang mit einer Person gelöscht.
  }

# Der Kalender
programme-calendar-title = Die nächsten 30 Tage
programme-calendar-lead = Wie viele Mails an Kunden an welchem Tag hinausgehen, soweit sie heute geplant sind.
programme-calendar-total = { $n ->
    [one] Mail in diesen Tagen
   *[other] Mails in diesen Tagen
  }
programme-calendar-days = Mails nach Tagen
programme-calendar-note = Erinnerungen an das, was in diesen Tagen hinausgeht, und Fragen zu künftigen Tickets kommen hinzu, sobald sie geplant sind. Pausierte Kunden und Personen mit offenem Fall sind mitgezählt, auch wenn sie vielleicht warten müssen.
programme-calendar-paused = Seit { $since } steht alles still. Nichts geht hinaus, bis jemand den Versand fortsetzt.
programme-calendar-least = Bis { $day } sind die Zahlen genau. Danach sind es mindestens so viele; die Balken sind hohl.
programme-calendar-least-all = Es wartet so viel, dass jede Zahl nur das Mindeste ist.
programme-calendar-limit = Die Grenze liegt bei { $limit } Mails am Tag; heute gingen { $sent } hinaus.
programme-calendar-beyond = { $n ->
    [one] 1 weitere Mail schiebt die Grenze hinter diese Tage.
   *[other] { $n } weitere Mails schiebt die Grenze hinter diese Tage.
  }
programme-calendar-day = Tag
programme-calendar-mails = Mails
programme-calendar-by-survey = Nach Umfrage
programme-calendar-remark = Bemerkung
programme-calendar-closed = an diesem Wochentag keine Mails
programme-calendar-full = Grenze erreicht
programme-calendar-at-least = mindestens
programme-calendar-none = Für diese Tage ist nichts geplant
programme-calendar-none-why = Wer in der Kontaktliste steht, wird von selbst eingeplant. Ist die Liste leer, muss sie zuerst importiert werden.

# Zustand
programme-health-title = Läuft alles?
programme-health-lead = Was von hier aus zu sehen ist, und was jemand fand, der alles angesehen hat.
programme-pause-title = Versand
programme-pause-running = Mails gehen hinaus wie geplant.
programme-pause-paused = Seit { $since } steht alles still.
programme-pause-by = Angehalten von { $by }: { $reason }
programme-pause-do = Allen Versand anhalten
programme-pause-meaning = Bis jemand den Versand fortsetzt, geht keine Mail an Kunden: keine Umfrage, keine Erinnerung, keine Frage zu einem Ticket, keine Nachricht darüber, was getan wurde.
programme-pause-goes-on = Antworten kommen weiter an und zählen. Fälle werden weiter eröffnet, und die eigenen Leute werden wie immer unterrichtet.
programme-pause-lost = Was wartet, bleibt stehen. Eine Frage zu einem Ticket entfällt, wenn ihre Zeit inzwischen abläuft. Eine Mail, die in diesem Moment unterwegs ist, kommt noch an.
programme-pause-reason = Warum?
programme-pause-reason-hint = Für alle, die es später ansehen. Bitte keine Kunden nennen.
programme-pause-ask = Allen Versand anhalten?
programme-pause-done = Der Versand ist angehalten.
programme-resume-do = Versand fortsetzen
programme-resume-say = Mails gehen wieder hinaus. Was inzwischen fällig war, folgt von selbst, zu den Versandzeiten, das Älteste zuerst.
programme-resume-done = Mails gehen wieder hinaus.
programme-ses-title = Der Maildienst (Amazon SES)
programme-ses-unknown = SES sagt im Moment nicht, wie es steht.
programme-ses-sends = SES nimmt unsere Mails an.
programme-ses-under_review = SES prüft dieses Konto und kann es anhalten. Rückläufer und Beschwerden sollten bald angesehen werden.
programme-ses-paused = SES hat dieses Konto angehalten. Es geht keine Mail hinaus, bis das mit AWS geklärt ist.
programme-ses-sandbox = SES ist noch in der Sandbox: Es schreibt nur an bestätigte Adressen.
programme-ses-quota = { $sent } von { $quota } Mails in 24 Stunden.
programme-ses-no-quota = { $sent } Mails in 24 Stunden; es gibt keine Grenze.
programme-hints-title = Wohl nicht so gemeint
programme-hints-note = Was im Programm kein Fehler ist, aber vielleicht nicht so gemeint war.
programme-doctor-title = Was der Doktor fand
programme-doctor-age = Angesehen { $at } von { $by }.
programme-doctor-old = Das ist mehr als eine Woche her. Jemand sollte noch einmal nachsehen.
programme-doctor-again = Um noch einmal nachzusehen, gibt ein, wer das System betreibt:
programme-doctor-never = Noch hat niemand nachgesehen
programme-doctor-never-why = Wer das System betreibt, gibt diesen Befehl ein; was er findet, steht dann hier:
programme-doctor-not-here = Alarme, liegen gebliebene Nachrichten und die Absender-Domain sind von hier aus nicht zu sehen; dieser Befehl sieht sie an.
programme-doctor-counts = { $broken } defekt, { $warning } anzusehen, { $unknown } unbekannt, { $ok } in Ordnung.
programme-doctor-state-broken = Defekt
programme-doctor-state-warning = Anzusehen
programme-doctor-state-unknown = Unbekannt
programme-doctor-state-ok = In Ordnung
programme-doctor-what = Was
programme-doctor-found = Befund
programme-doctor-do = Was zu tun ist
programme-doctor-fold-ok = Was in Ordnung ist
programme-doctor-fold-unknown = Hier nicht zu sehen: { $n }

# Was „sayso doctor“ ansieht: functions/sayso/cli/doctor*.py
programme-check-production = Mails an alle, nicht nur an Testadressen
programme-check-sending_enabled = Erlaubnis von AWS, zu senden
programme-check-quota = Erlaubte Mails am Tag
programme-check-link_keys = Schlüssel, der Links in Mails schützt
programme-check-address_key = Schlüssel für Adressen, an die nichts geht
programme-check-site = Die Seiten für Kunden
programme-check-api = Wo Antworten ankommen
programme-check-api_past_the_site = Kein Weg an der Website vorbei
programme-check-custom_domain = Die eigene Adresse der Website
programme-check-schedules = Was nach der Uhr läuft
programme-check-readers = Was Änderungen weiterträgt
programme-check-daily_run = Der tägliche Lauf
programme-check-clock = Die Uhr des Computers, der nachsah
programme-check-channels = Kanäle, die von Fällen erfahren
programme-check-holidays = Feiertage
programme-check-failures = Was misslang
programme-check-stream_records = Änderungen, die beiseitegelegt wurden
programme-check-alarms = Alarme
programme-check-alarm_mail = Wer die Alarme bekommt
programme-check-sender = Die Adresse, von der Mails kommen
programme-check-identity = Nachweis, dass die Adresse uns gehört
programme-check-dkim = Signatur der Mails (DKIM)
programme-check-dmarc = Schutz des Absenders (DMARC)
programme-check-mail_from = Rücksendeadresse der Mails (MAIL FROM)
programme-check-mail_events = Nachricht, was aus Mails wird
programme-check-configuration_set = Schalter für das Senden
programme-check-programme = Das Programm, das gilt
programme-check-pause = Pausen
programme-holds-title = Pausierte Kunden
programme-holds-none = Kein Kunde ist pausiert
programme-holds-none-why = Pausiert wird ein Kunde auf seiner eigenen Seite.
programme-holds-unknown = Ein Kunde, der nicht mehr in der Liste steht
programme-holds-until = Letzter Tag
programme-holds-over = vorbei
programme-holds-why = Warum
programme-holds-by = Von
programme-changes-title = Was zuletzt getan wurde
programme-changes-none = Noch wurde nichts angehalten, pausiert oder vorgezogen.
programme-changes-paused = Versand angehalten
programme-changes-resumed = Versand fortgesetzt
programme-changes-held = Kunde pausiert
programme-changes-released = Pause beendet
programme-changes-kicked_off = Bestandskunden vorgezogen
programme-rating-contact_person = Ansprechpartner
programme-rating-quality = Qualität
programme-rating-support = Support
programme-rating-communication = Kommunikation
programme-rating-price = Preis
