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
question-recheck = { $address ->
    [informal] Wir sind deiner Rückmeldung nachgegangen: Wie wahrscheinlich ist es heute, dass du { $company } im Freundes- oder Kollegenkreis weiterempfiehlst?
   *[formal] Wir sind Ihrer Rückmeldung nachgegangen: Wie wahrscheinlich ist es heute, dass Sie { $company } im Freundes- oder Kollegenkreis weiterempfehlen?
  }
question-other = { $address ->
    [informal] Wie wahrscheinlich ist es, dass du { $company } im Freundes- oder Kollegenkreis weiterempfiehlst?
   *[formal] Wie wahrscheinlich ist es, dass Sie { $company } im Freundes- oder Kollegenkreis weiterempfehlen?
  }
question-satisfaction-ticket = { $address ->
    [informal] Wie zufrieden bist du damit, wie wir deine letzte Supportanfrage bearbeitet haben?
   *[formal] Wie zufrieden sind Sie damit, wie wir Ihre letzte Supportanfrage bearbeitet haben?
  }
question-satisfaction-recheck = { $address ->
    [informal] Wir sind deiner Rückmeldung nachgegangen: Wie zufrieden bist du heute mit { $company }?
   *[formal] Wir sind Ihrer Rückmeldung nachgegangen: Wie zufrieden sind Sie heute mit { $company }?
  }
question-satisfaction = { $address ->
    [informal] Wie zufrieden bist du mit { $company }?
   *[formal] Wie zufrieden sind Sie mit { $company }?
  }
scale-low = äußerst unwahrscheinlich
scale-high = äußerst wahrscheinlich
satisfaction-low = gar nicht zufrieden
satisfaction-high = sehr zufrieden

# Alle festen Seiten
site-website = Website
site-privacy = Datenschutz

# Die Seite der Befragung
survey-title = { $address ->
    [informal] Deine Antwort an { $company }
   *[formal] Ihre Antwort an { $company }
  }
survey-noscript = { $address ->
    [informal] Diese Seite braucht JavaScript. In unserer E-Mail steht ein Link, mit dem es ohne geht. Antworte sonst einfach auf unsere E-Mail, das erreicht uns genauso.
   *[formal] Diese Seite braucht JavaScript. In unserer E-Mail steht ein Link, mit dem es ohne geht. Antworten Sie sonst einfach auf unsere E-Mail, das erreicht uns genauso.
  }
survey-late = { $address ->
    [informal] Diese Seite lädt noch. Wenn nichts passiert: In unserer E-Mail steht ein Link, mit dem du ohne JavaScript antworten kannst. Oder antworte einfach auf die E-Mail.
   *[formal] Diese Seite lädt noch. Wenn nichts passiert: In unserer E-Mail steht ein Link, mit dem Sie ohne JavaScript antworten können. Oder antworten Sie einfach auf die E-Mail.
  }
survey-choose = { $address ->
    [informal] Wähle eine Zahl von { $low } bis { $high }.
   *[formal] Wählen Sie eine Zahl von { $low } bis { $high }.
  }
survey-of = von { $most }
survey-chosen = { $address ->
    [informal] Du hast die { $score } gewählt. Zum Ändern wähle einfach eine andere Zahl.
   *[formal] Sie haben die { $score } gewählt. Zum Ändern wählen Sie einfach eine andere Zahl.
  }
survey-why-neutral = { $address ->
    [informal] Was ist der wichtigste Grund für deine Bewertung?
   *[formal] Was ist der wichtigste Grund für Ihre Bewertung?
  }
survey-why-promoter = { $survey ->
    [ticket] Was haben wir gut gemacht?
    [recheck] Was ist besser geworden?
   *[other] Was sollen wir unbedingt beibehalten?
  }
survey-why-passive = { $survey ->
    [ticket] Was hat zu einer 9 oder 10 gefehlt?
   *[other] Was fehlt noch zu einer 9 oder 10?
  }
survey-why-detractor = { $survey ->
    [ticket] { $address ->
        [informal] Was ist bei deiner Anfrage schiefgelaufen?
       *[formal] Was ist bei Ihrer Anfrage schiefgelaufen?
      }
    [recheck] Was stimmt noch nicht?
   *[other] Was ist schiefgelaufen?
  }
satisfaction-why-promoter = Was haben wir gut gemacht?
satisfaction-why-passive = Was hat zu einer 4 oder 5 gefehlt?
satisfaction-why-detractor = Was ist schiefgelaufen?
survey-drivers = Worum geht es?
survey-drivers-hint = Mehrere Antworten sind möglich.
survey-better = Was können wir besser machen?
survey-ratings = { $address ->
    [informal] Wie bewertest du im Einzelnen?
   *[formal] Wie bewerten Sie im Einzelnen?
  }
survey-ratings-hint = 1 = { $low }, 5 = { $high }. Alle Angaben sind freiwillig.
survey-no-rating = Keine Angabe
rating-low = schlecht
rating-high = sehr gut
rating-contact_person = { $address ->
    [informal] Dein Ansprechpartner
   *[formal] Ihr Ansprechpartner
  }
rating-quality = Qualität unserer Arbeit
rating-support = Support
rating-communication = Kommunikation
rating-price = Preis und Leistung
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
survey-reference = { $address ->
    [informal] Ihr dürft mich als Referenz nennen.
   *[formal] Sie dürfen mich als Referenz nennen.
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
    [informal] Bitte wähle zuerst eine Zahl von { $low } bis { $high }.
   *[formal] Bitte wählen Sie zuerst eine Zahl von { $low } bis { $high }.
  }
survey-sending = Wird gesendet …
survey-resending = { $address ->
    [informal] Du hast vorhin auf Senden gedrückt, aber deine Antwort war noch nicht bei uns. Jetzt wird sie gesendet.
   *[formal] Sie haben vorhin auf Senden gedrückt, aber Ihre Antwort war noch nicht bei uns. Jetzt wird sie gesendet.
  }
survey-offline = { $address ->
    [informal] Du bist gerade offline. Deine Antwort bleibt auf diesem Gerät erhalten und wird gesendet, sobald du wieder verbunden bist oder diese Seite das nächste Mal öffnest.
   *[formal] Sie sind gerade offline. Ihre Antwort bleibt auf diesem Gerät erhalten und wird gesendet, sobald Sie wieder verbunden sind oder diese Seite das nächste Mal öffnen.
  }
survey-retrying = { $address ->
    [informal] Das hat noch nicht geklappt. Deine Antwort bleibt hier erhalten, gleich versuchen wir es noch einmal.
   *[formal] Das hat noch nicht geklappt. Ihre Antwort bleibt hier erhalten, gleich versuchen wir es noch einmal.
  }
survey-busy = { $address ->
    [informal] Das war gerade viel auf einmal. Deine Antwort bleibt hier erhalten und wird gleich gesendet.
   *[formal] Das war gerade viel auf einmal. Ihre Antwort bleibt hier erhalten und wird gleich gesendet.
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
survey-elsewhere = { $address ->
    [informal] Du hast inzwischen an anderer Stelle geantwortet. Was du auf diesem Gerät geschrieben hast, ist nicht gesendet: Sende es, wenn es gelten soll.
   *[formal] Sie haben inzwischen an anderer Stelle geantwortet. Was Sie auf diesem Gerät geschrieben haben, ist nicht gesendet: Senden Sie es, wenn es gelten soll.
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

# Die Seite ohne Skripte
plain-busy = { $address ->
    [informal] Es ist noch nichts angekommen, weil gerade zu viel auf einmal kam. Was du geschrieben hast, steht noch hier: Bitte sende es in einer Minute noch einmal.
   *[formal] Es ist noch nichts angekommen, weil gerade zu viel auf einmal kam. Was Sie geschrieben haben, steht noch hier: Bitte senden Sie es in einer Minute noch einmal.
  }
plain-keeps = { $address ->
    [informal] Deine Antwort erreicht uns, wenn du sie sendest.
   *[formal] Ihre Antwort erreicht uns, wenn Sie sie senden.
  }
