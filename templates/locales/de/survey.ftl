# Die erste Frage, je Befragung; auch die E-Mails verwenden sie. Eigene Worte in programme.yaml gehen vor.
question-day50 = { $address ->
    [informal] Nach deinen ersten Wochen bei uns: Wie wahrscheinlich ist es, dass du { $company } im Freundes- oder Kollegenkreis weiterempfiehlst?
   *[formal] Nach Ihren ersten Wochen bei uns: Wie wahrscheinlich ist es, dass Sie { $company } im Freundes- oder Kollegenkreis weiterempfehlen?
  }
question-annual = { $address ->
    [informal] Wenn du an alles denkst, was wir für dich tun: Wie wahrscheinlich ist es, dass du { $company } im Freundes- oder Kollegenkreis weiterempfiehlst?
   *[formal] Wenn Sie an alles denken, was wir für Sie tun: Wie wahrscheinlich ist es, dass Sie { $company } im Freundes- oder Kollegenkreis weiterempfehlen?
  }
question-ticket = { $address ->
    [informal] Nach deiner letzten Supportanfrage: Wie wahrscheinlich ist es, dass du { $company } im Freundes- oder Kollegenkreis weiterempfiehlst?
   *[formal] Nach Ihrer letzten Supportanfrage: Wie wahrscheinlich ist es, dass Sie { $company } im Freundes- oder Kollegenkreis weiterempfehlen?
  }
question-other = { $address ->
    [informal] Wie wahrscheinlich ist es, dass du { $company } im Freundes- oder Kollegenkreis weiterempfiehlst?
   *[formal] Wie wahrscheinlich ist es, dass Sie { $company } im Freundes- oder Kollegenkreis weiterempfehlen?
  }
scale-low = äußerst unwahrscheinlich
scale-high = äußerst wahrscheinlich

# Alle festen Seiten
site-website = Website
site-privacy = Datenschutz

# Die Seite der Befragung
survey-title = { $address ->
    [informal] Deine Antwort an { $company }
   *[formal] Ihre Antwort an { $company }
  }
survey-noscript = { $address ->
    [informal] Diese Seite braucht JavaScript. Antworte einfach auf unsere E-Mail, das erreicht uns genauso.
   *[formal] Diese Seite braucht JavaScript. Antworten Sie einfach auf unsere E-Mail, das erreicht uns genauso.
  }
survey-choose = { $address ->
    [informal] Wähle eine Zahl von 0 bis 10.
   *[formal] Wählen Sie eine Zahl von 0 bis 10.
  }
survey-chosen = { $address ->
    [informal] Du hast die { $score } gewählt. Zum Ändern wähle einfach eine andere Zahl.
   *[formal] Sie haben die { $score } gewählt. Zum Ändern wählen Sie einfach eine andere Zahl.
  }
survey-why-neutral = { $address ->
    [informal] Was ist der wichtigste Grund für deine Bewertung?
   *[formal] Was ist der wichtigste Grund für Ihre Bewertung?
  }
survey-why-promoter = Was sollen wir unbedingt beibehalten?
survey-why-passive = Was fehlt noch zu einer 9 oder 10?
survey-why-detractor = Was ist schiefgelaufen?
survey-drivers = Worum geht es?
survey-drivers-hint = Mehrere Antworten sind möglich.
survey-better = Was können wir besser machen?
survey-contact = { $address ->
    [informal] Dürfen wir uns dazu bei dir melden?
   *[formal] Dürfen wir uns dazu bei Ihnen melden?
  }
survey-contact-no = Nein, danke
survey-contact-phone = Ja, telefonisch
survey-contact-mail = Ja, per E-Mail
survey-quote = { $address ->
    [informal] Ihr dürft daraus öffentlich zitieren, ohne meinen Namen zu nennen.
   *[formal] Sie dürfen daraus öffentlich zitieren, ohne meinen Namen zu nennen.
  }
survey-readers = { $address ->
    [informal] Das lesen die Menschen, die dich bei { $company } betreuen, und die Leitung. Es ist nicht anonym: Dein Name steht dabei.
   *[formal] Das lesen die Menschen, die Sie bei { $company } betreuen, und die Leitung. Es ist nicht anonym: Ihr Name steht dabei.
  }
survey-keeps = { $address ->
    [informal] Deine Zahl erreicht uns sofort, alles andere erst, wenn du es sendest.
   *[formal] Ihre Zahl erreicht uns sofort, alles andere erst, wenn Sie es senden.
  }
survey-send = An { $company } senden
survey-earlier = { $address ->
    [informal] Das hast du uns schon geantwortet. Du kannst es ändern und noch einmal senden.
   *[formal] Das haben Sie uns schon geantwortet. Sie können es ändern und noch einmal senden.
  }
survey-missing = { $address ->
    [informal] Bitte wähle zuerst eine Zahl von 0 bis 10.
   *[formal] Bitte wählen Sie zuerst eine Zahl von 0 bis 10.
  }
survey-sending = Wird gesendet …
survey-offline = { $address ->
    [informal] Du bist gerade offline. Deine Antwort bleibt hier erhalten: Lass diese Seite offen, dann wird sie gesendet, sobald du wieder verbunden bist.
   *[formal] Sie sind gerade offline. Ihre Antwort bleibt hier erhalten: Lassen Sie diese Seite offen, dann wird sie gesendet, sobald Sie wieder verbunden sind.
  }
survey-retrying = { $address ->
    [informal] Das hat noch nicht geklappt. Deine Antwort bleibt hier erhalten, gleich versuchen wir es noch einmal.
   *[formal] Das hat noch nicht geklappt. Ihre Antwort bleibt hier erhalten, gleich versuchen wir es noch einmal.
  }
survey-refused = { $address ->
    [informal] Deine Antwort konnte hier nicht angenommen werden. Antworte bitte stattdessen auf unsere E-Mail, das erreicht uns genauso.
   *[formal] Ihre Antwort konnte hier nicht angenommen werden. Antworten Sie bitte stattdessen auf unsere E-Mail, das erreicht uns genauso.
  }
survey-too-long = { $address ->
    [informal] Das ist mehr, als wir hier aufnehmen können. Bitte kürze deinen Text ein wenig.
   *[formal] Das ist mehr, als wir hier aufnehmen können. Bitte kürzen Sie Ihren Text ein wenig.
  }
survey-changed = { $address ->
    [informal] Deine Antwort ist angekommen. Was du seitdem geändert hast, ist noch nicht gesendet.
   *[formal] Ihre Antwort ist angekommen. Was Sie seitdem geändert haben, ist noch nicht gesendet.
  }
survey-thanks = { $address ->
    [informal] Danke, deine Antwort ist angekommen
   *[formal] Danke, Ihre Antwort ist angekommen
  }
survey-next-follow-up = { $address ->
    [informal] { $days ->
        [one] Innerhalb eines Arbeitstags meldet sich jemand von { $company } bei dir.
       *[other] Innerhalb von { $days } Arbeitstagen meldet sich jemand von { $company } bei dir.
      }
   *[formal] { $days ->
        [one] Innerhalb eines Arbeitstags meldet sich jemand von { $company } bei Ihnen.
       *[other] Innerhalb von { $days } Arbeitstagen meldet sich jemand von { $company } bei Ihnen.
      }
  }
survey-next-no-contact = { $days ->
    [one] Innerhalb eines Arbeitstags geht jemand von { $company } der Sache nach.
   *[other] Innerhalb von { $days } Arbeitstagen geht jemand von { $company } der Sache nach.
  } { $address ->
    [informal] Wie gewünscht melden wir uns dazu nicht bei dir.
   *[formal] Wie gewünscht melden wir uns dazu nicht bei Ihnen.
  }
survey-next-read = Die Menschen, die es betrifft, lesen sie innerhalb einer Woche.
survey-edit-hint = { $address ->
    [informal] Wenn du es dir anders überlegst, kannst du deine Antwort hier ändern, oder später über den Link in unserer E-Mail.
   *[formal] Wenn Sie es sich anders überlegen, können Sie Ihre Antwort hier ändern, oder später über den Link in unserer E-Mail.
  }
survey-edit = Antwort ändern
survey-review = Uns öffentlich bewerten
survey-invalid = Dieser Link funktioniert nicht
survey-invalid-why = { $address ->
    [informal] Vielleicht ist er unterwegs abgeschnitten worden. Öffne ihn bitte direkt aus unserer E-Mail.
   *[formal] Vielleicht ist er unterwegs abgeschnitten worden. Öffnen Sie ihn bitte direkt aus unserer E-Mail.
  }
survey-expired = Diese Frage ist inzwischen geschlossen
survey-expired-why = { $address ->
    [informal] Wir haben vor einer Weile gefragt und zählen dazu keine neuen Antworten mehr. Was du zu sagen hast, möchten wir trotzdem hören.
   *[formal] Wir haben vor einer Weile gefragt und zählen dazu keine neuen Antworten mehr. Was Sie zu sagen haben, möchten wir trotzdem hören.
  }
survey-write = { $address ->
    [informal] Du kannst uns jederzeit schreiben:
   *[formal] Sie können uns jederzeit schreiben:
  }
