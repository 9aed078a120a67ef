# Commitments: what was heard, what is done about it, who asked, and what they are told
commitments-nav = Zusagen
commitments-title = Zusagen
commitments-one = Zusage
commitments-lead = Was Kunden gesagt haben, und was daraus wurde. Damit beginnt die öffentliche Seite; eine Zahl folgt.
commitments-lead-public = Was Kunden gesagt haben und was daraus wurde, so wie es öffentlich zu lesen ist.
commitments-new = Zusage schreiben
commitments-new-lead = Draußen liest sie niemand, bevor sie veröffentlicht ist.
commitments-none = Noch keine Zusagen
commitments-none-why = { $address ->
    [informal] Lies, was am meisten kritisiert wird, entscheide, was sich ändert, und schreib es auf: die Änderung, nicht die Beschwerde.
   *[formal] Lesen Sie, was am meisten kritisiert wird, entscheiden Sie, was sich ändert, und schreiben Sie es auf: die Änderung, nicht die Beschwerde.
  }
commitments-none-public = Noch ist nichts öffentlich
commitments-group-in_progress = In Arbeit
commitments-group-planned = Geplant
commitments-group-heard = Gehört
commitments-group-done = Erledigt
commitments-group-declined = Abgelehnt
commitments-status-in_progress = In Arbeit
commitments-status-planned = Geplant
commitments-status-heard = Gehört
commitments-status-done = Erledigt
commitments-status-declined = Abgelehnt
commitments-state-draft = Entwurf
commitments-state-public = Öffentlich
commitments-state-changed = Öffentlich, seither geändert
commitments-state-off = Nicht mehr öffentlich
commitments-public = Öffentlich
commitments-asked = Gewünscht von
commitments-people = { $n ->
    [one] 1 Person
   *[other] { $n } Personen
  }
commitments-several = mehrere Kunden
commitments-at-least = mindestens { $n } Kunden
commitments-missing = { $n ->
    [one] 1 Text fehlt
   *[other] { $n } Texte fehlen
  }
commitments-missing-why = Veröffentlicht werden kann sie, sobald diese Texte da sind, denn es sind Sprachen der öffentlichen Seite:
commitments-texts = Was darin steht
commitments-texts-note = In jeder Sprache geschrieben, nicht Wort für Wort übersetzt. Keine Namen, und nichts, was nur ein Kunde gesagt haben kann.
commitments-about = Worum es geht
commitments-no-text = Noch nicht geschrieben.
commitments-unwritten = { $language }, noch nicht geschrieben
commitments-no-theme = Kein Thema
commitments-field-id = Kurzname
commitments-field-title = Titel
commitments-field-heard = { $address ->
    [informal] Ihr sagtet
   *[formal] Sie sagten
  }
commitments-field-did = Was wir tun oder taten
commitments-field-reason = Warum nicht
commitments-field-status = Stand
commitments-field-theme = Thema
commitments-field-owner = Zuständig (nie öffentlich)
commitments-field-planned_for = Geplant für
commitments-field-done_on = Erledigt am
commitments-field-decided_on = Entschieden am
commitments-field-in = { $field }, { $language }
commitments-hint-id = In Kleinbuchstaben, etwa faster-replies. Er bleibt.
commitments-hint-title = Die Änderung, nicht die Beschwerde. Eine Zeile mit höchstens { $most } Zeichen.
commitments-hint-heard = Ein Satz, den ein Kunde gesagt haben könnte, in seinen Worten.
commitments-hint-did = Was jetzt anders ist, und woran man es merkt.
commitments-hint-reason = Der wirkliche Grund, und was man stattdessen tun kann.
commitments-lacks-in = { $language } ({ $n } fehlen)
commitments-too-long = { $length } Zeichen; { $most } passen.
commitments-wrong = { $n ->
    [one] Das ist zuerst zu ändern
   *[other] { $n } Dinge sind zuerst zu ändern
  }
commitments-wrong-in = Zu ändern ist etwas in: { $language }
commitments-save = Entwurf speichern
commitments-add = Zusage anlegen
commitments-added = Sie ist angelegt. Draußen liest sie noch niemand.
commitments-saved = Der Entwurf ist gespeichert.
commitments-saved-public = Gespeichert. Öffentlich ist weiter das, was zuletzt veröffentlicht wurde.
commitments-forget = { $n ->
    [one] 1 Änderung verwerfen
   *[other] { $n } Änderungen verwerfen
  }
commitments-meanwhile = { $who } hat das inzwischen geändert.
commitments-meanwhile-why = { $address ->
    [informal] Von dir wurde nichts gespeichert, und nichts ist verloren. Das wurde geändert:
   *[formal] Von Ihnen wurde nichts gespeichert, und nichts ist verloren. Das wurde geändert:
  }
commitments-nothing = (nichts)
commitments-yours = { $address ->
    [informal] Du schriebst: { $text }
   *[formal] Sie schrieben: { $text }
  }
commitments-keep-mine = Mit meinem Text weitermachen
commitments-take-theirs = Wo beide schrieben, das andere nehmen
commitments-preview = So wäre es öffentlich zu lesen
commitments-now-draft = Das liest draußen niemand. Veröffentlicht sähe es so aus:
commitments-now-public = Öffentlich seit { $day }, so wie es hier steht:
commitments-now-changed = Öffentlich seit { $day }, und seither anders geschrieben. Neu veröffentlicht sähe es so aus:
commitments-now-off = Zuerst öffentlich war es am { $day } und ist es nicht mehr. Neu veröffentlicht sähe es so aus:
commitments-publish = Veröffentlichen
commitments-publish-again = Änderungen veröffentlichen
commitments-publish-say = Es darf öffentlich zu lesen sein, wie die Vorschau es zeigt, in jeder Sprache.
commitments-when-first = Es gibt noch keine öffentliche Seite: Es kommt mit der ersten Ausgabe, sobald jemand diese freigibt.
commitments-when-rule = Es kommt mit der nächsten Ausgabe, die binnen Minuten von selbst erscheint.
commitments-when-approval = Es kommt mit der nächsten Ausgabe, die unter Ausgaben auf ein Ja wartet.
commitments-published = Veröffentlicht. Es kommt mit der nächsten Ausgabe der Seite.
commitments-unpublish = Von der Seite nehmen
commitments-unpublish-say = Die Texte bleiben hier, und sie kann wieder veröffentlicht werden. Von der Seite ist sie binnen Minuten weg.
commitments-unpublished = Sie ist binnen Minuten von der Seite weg.
commitments-remove = Endgültig entfernen
commitments-remove-say = { $n ->
    [one] „{ $title }“ geht mit Texten, Verlauf und der Verbindung zu 1 Person. Nichts bringt sie zurück.
   *[other] „{ $title }“ geht mit Texten, Verlauf und den Verbindungen zu { $n } Personen. Nichts bringt sie zurück.
  }
commitments-removed = Sie ist entfernt.
commitments-history = Was damit geschah
commitments-was-added = Angelegt
commitments-was-edited = Geändert
commitments-was-published = Veröffentlicht
commitments-was-unpublished = Von der Seite genommen
commitments-fields = { $n ->
    [one] 1 Feld
   *[other] { $n } Felder
  }
commitments-behind = Wer es gewünscht hat
commitments-behind-note = { $n ->
    [one] 1 Person steht dahinter. Jede zählt einmal, was sie auch geantwortet hat.
   *[other] { $n } Personen stehen dahinter. Jede zählt einmal, was sie auch geantwortet hat.
  }
commitments-behind-yours = { $address ->
    [informal] { $n ->
        [one] 1 Person steht dahinter. Hier sind die Antworten deiner eigenen Kunden.
       *[other] { $n } Personen stehen dahinter. Hier sind die Antworten deiner eigenen Kunden.
      }
   *[formal] { $n ->
        [one] 1 Person steht dahinter. Hier sind die Antworten Ihrer eigenen Kunden.
       *[other] { $n } Personen stehen dahinter. Hier sind die Antworten Ihrer eigenen Kunden.
      }
  }
commitments-find = Antworten verbinden
commitments-none-behind = Keine Antworten sind verbunden
commitments-none-behind-why = Wie viele es gewünscht haben, wird allein aus verbundenen Antworten gezählt. Ist es erledigt, können diese Personen es erfahren.
commitments-suggested = Antworten, die dazugehören könnten
commitments-filed-under = Unter „{ $theme }“ abgelegt und noch nicht verbunden
commitments-read-them = { $address ->
    [informal] Lies sie vor dem Verbinden: Ein Thema ist weiter als ein Satz. Promotoren fehlen, denn sie haben nichts gewünscht.
   *[formal] Lesen Sie sie vor dem Verbinden: Ein Thema ist weiter als ein Satz. Promotoren fehlen, denn sie haben nichts gewünscht.
  }
commitments-theme-first = { $address ->
    [informal] Wähle oben ein Thema und speichere: Dann stehen hier dessen Antworten.
   *[formal] Wählen Sie oben ein Thema und speichern Sie: Dann stehen hier dessen Antworten.
  }
commitments-none-suggested = Bisher keine gefunden
commitments-looked-until = Zurückgesehen bis { $day }.
commitments-link = { $n ->
    [one] 1 Antwort verbinden
   *[other] { $n } Antworten verbinden
  }
commitments-in-answers = Unter den Antworten weitersuchen
commitments-linked = { $n ->
    [one] Verbunden. 1 Person steht dahinter.
   *[other] Verbunden. { $n } Personen stehen dahinter.
  }
commitments-unlink = Lösen
commitments-unlink-of = Antwort lösen: { $name }
commitments-unlinked = { $n ->
    [one] Gelöst. 1 Person steht dahinter.
   *[other] Gelöst. { $n } Personen stehen dahinter.
  }
commitments-withheld = { $address ->
    [informal] dir nicht gezeigt, da es um dich geht
   *[formal] Ihnen nicht gezeigt, da es um Sie geht
  }
commitments-quote = Zitieren
commitments-quote-of = Antwort zitieren: { $name }
commitments-quote-title = Worte für die öffentliche Seite wählen
commitments-quote-how = { $address ->
    [informal] Was geschrieben wurde, in dieser Reihenfolge; […] steht für Ausgelassenes. Lass Namen, Firmen und Nummern weg. Lies es noch einmal, als wärst du ein Wettbewerber.
   *[formal] Was geschrieben wurde, in dieser Reihenfolge; […] steht für Ausgelassenes. Lassen Sie Namen, Firmen und Nummern weg. Lesen Sie es noch einmal, als wären Sie ein Wettbewerber.
  }
commitments-quote-text = Zitat, Sprache: { $language }
commitments-quote-in = Übersetzung: { $language }
commitments-quote-choose = Diese Worte wählen
commitments-quote-asked = Es wird jetzt auf alle Namen geprüft. Binnen Minuten steht es bei den Zitaten, oder der Grund, warum nicht.
commitments-quotes = Zitate
commitments-quotes-lead = Worte von Kunden, die es erlaubt haben. Ein Zitat steht, solange die Person es erlaubt und ihre Worte es sagen.
commitments-quotes-none = Keine Zitate
commitments-quotes-none-why = Worte wählt man bei einer Antwort hinter einer Zusage, wo die Person das Zitieren erlaubt hat.
commitments-quotes-chosen = Gerade gewählt
commitments-request-asked = Wird auf Namen geprüft
commitments-request-refused = Nicht angenommen
commitments-request-done = Gewählt
commitments-request-late = Dauert länger als üblich
commitments-request-too-late = { $address ->
    [informal] Es kam nicht rechtzeitig dran. Bitte wähle es noch einmal.
   *[formal] Es kam nicht rechtzeitig dran. Bitte wählen Sie es noch einmal.
  }
commitments-quote-by = gewählt am { $day } von { $who }
commitments-quote-remove = Dieses Zitat entfernen
commitments-quote-remove-say = Es ist binnen Minuten von der Seite weg und wird hier vergessen.
commitments-quote-removed = Das Zitat ist entfernt.
commitments-fallen-erased = Nicht gezeigt: Person gelöscht
commitments-fallen-unconfirmed = Nicht gezeigt: Antwort zählt nicht
commitments-fallen-taken_back = Nicht gezeigt: Erlaubnis zurückgenommen
commitments-fallen-no_words = Nicht gezeigt: Worte sind weg
commitments-fallen-changed = Nicht gezeigt: Antwort lautet inzwischen anders
commitments-tell = Wer es gewünscht hat, erfährt es
commitments-tell-lead = Eine Mail je Person, einmal, in ihrer Sprache. Niemand bekommt sie zweimal.
commitments-not-yet-not_public = Sie ist nicht öffentlich
commitments-not-yet-not_done = Öffentlich ist nicht zu lesen, dass es erledigt ist
commitments-not-yet-not_on_page = Die öffentliche Seite sagt noch nicht, dass es erledigt ist
commitments-not-yet-why = Die Mail führt zur Seite, also muss es dort zuerst stehen.
commitments-mail = Die Mail
commitments-mail-note = { $address ->
    [informal] Als reiner Text; mit denselben Worten sieht sie aus wie alle eure Mails.
   *[formal] Als reiner Text; mit denselben Worten sieht sie aus wie alle Ihre Mails.
  }
commitments-askers = Wer es gewünscht hat
commitments-the-mail = Die Mail
commitments-more-askers = { $address ->
    [informal] Es stehen noch mehr dahinter. Zeig sie an, damit auch sie es erfahren.
   *[formal] Es stehen noch mehr dahinter. Zeigen Sie sie an, damit auch sie es erfahren.
  }
commitments-tell-them = { $n ->
    [one] 1 Person schreiben
   *[other] { $n } Personen schreiben
  }
commitments-tell-say = { $address ->
    [informal] { $n ->
        [one] 1 Person bekommt die Mail, die du eben gelesen hast; zurückholen lässt sie sich nicht.
       *[other] { $n } Personen bekommen die Mail, die du eben gelesen hast; zurückholen lässt sie sich nicht.
      }
   *[formal] { $n ->
        [one] 1 Person bekommt die Mail, die Sie eben gelesen haben; zurückholen lässt sie sich nicht.
       *[other] { $n } Personen bekommen die Mail, die Sie eben gelesen haben; zurückholen lässt sie sich nicht.
      }
  }
commitments-told = { $n ->
    [one] Freigegeben: 1 Mail geht im Sendefenster hinaus.
   *[other] Freigegeben: { $n } Mails gehen im Sendefenster hinaus.
  }
commitments-ahead = { $n ->
    [one] nach 1 anderen solchen Mail
   *[other] nach { $n } anderen solchen Mails
  }
commitments-verdict-now = { $address ->
    [informal] Sobald du zustimmst
   *[formal] Sobald Sie zustimmen
  }
commitments-verdict-later = Nicht vor
commitments-verdict-never = Keine
commitments-verdict-unasked = Noch nicht freigegeben
commitments-became-waits = Freigegeben; wartet bis
commitments-became-soon = Freigegeben; geht in wenigen Minuten hinaus
commitments-became-held = Freigegeben; geht nur hinaus, wenn die öffentliche Seite sagt, dass es erledigt ist
commitments-only-if-on-page = nur wenn die öffentliche Seite sagt, dass es erledigt ist
commitments-became-sending = Geht gerade hinaus
commitments-became-sent = Verschickt
commitments-became-unknown = Vielleicht hinausgegangen; niemand weiß es
commitments-became-failed = Vom Maildienst abgelehnt
commitments-became-expired = Nicht rechtzeitig
commitments-became-skipped = Nicht benachrichtigt
commitments-why-changed = die Seite lautet seither anders; neu freizugeben
commitments-why-not_asked = keine Antwort von ihnen steht mehr dahinter
commitments-why-not_done = die Seite sagt nicht mehr, dass es erledigt ist
commitments-why-not_public = es ist nicht mehr öffentlich
commitments-why-survey_due = eine Umfrage ist in den nächsten Tagen fällig
commitments-why-survey_lately = eine Umfrage ging vor Tagen hinaus
commitments-why-told_already = jemand anderes an der Adresse erfährt es
commitments-why-told_in_invitation = eine Einladung hat es gesagt
commitments-why-told_lately = eine andere solche Mail ging kürzlich hinaus
commitments-why-too_late = der Zeitpunkt war vorbei
commitments-why-erased = die Person wurde gelöscht
commitments-why-do_not_ask = laut Kontaktliste nicht anschreiben
commitments-why-suppressed = die Adresse soll nicht angeschrieben werden
commitments-why-hold = der Kunde ist zurückgestellt
commitments-why-open_follow_up = jemand kümmert sich um eine Antwort von ihnen
commitments-why-paused = der Versand ruht
commitments-why-send_window = außerhalb des Sendefensters
commitments-why-daily_limit = die Tagesgrenze war erreicht
commitments-why-bounced = die Adresse gibt es nicht
commitments-why-complained = die Person hat sie als Spam gemeldet
commitments-why-unsubscribed = die Person will keine Mails
