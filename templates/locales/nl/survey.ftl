# De eerste vraag, per enquête; ook de e-mails gebruiken haar. Eigen woorden in programme.yaml gaan voor.
question-day50 = { $address ->
    [informal] Na je eerste weken bij ons: hoe waarschijnlijk is het dat je { $company } aanbeveelt bij vrienden of collega’s?
   *[formal] Na uw eerste weken bij ons: hoe waarschijnlijk is het dat u { $company } aanbeveelt bij vrienden of collega’s?
  }
question-annual = { $address ->
    [informal] Als je denkt aan alles wat we voor je doen: hoe waarschijnlijk is het dat je { $company } aanbeveelt bij vrienden of collega’s?
   *[formal] Als u denkt aan alles wat we voor u doen: hoe waarschijnlijk is het dat u { $company } aanbeveelt bij vrienden of collega’s?
  }
question-ticket = { $address ->
    [informal] Na je laatste supportvraag: hoe waarschijnlijk is het dat je { $company } aanbeveelt bij vrienden of collega’s?
   *[formal] Na uw laatste supportvraag: hoe waarschijnlijk is het dat u { $company } aanbeveelt bij vrienden of collega’s?
  }
question-recheck = { $address ->
    [informal] We zijn met je reactie aan de slag gegaan: hoe waarschijnlijk is het nu dat je { $company } aanbeveelt bij vrienden of collega’s?
   *[formal] We zijn met uw reactie aan de slag gegaan: hoe waarschijnlijk is het nu dat u { $company } aanbeveelt bij vrienden of collega’s?
  }
question-other = { $address ->
    [informal] Hoe waarschijnlijk is het dat je { $company } aanbeveelt bij vrienden of collega’s?
   *[formal] Hoe waarschijnlijk is het dat u { $company } aanbeveelt bij vrienden of collega’s?
  }
question-satisfaction-ticket = { $address ->
    [informal] Hoe tevreden ben je over de manier waarop we je laatste supportvraag hebben afgehandeld?
   *[formal] Hoe tevreden bent u over de manier waarop we uw laatste supportvraag hebben afgehandeld?
  }
question-satisfaction-recheck = { $address ->
    [informal] We zijn met je reactie aan de slag gegaan: hoe tevreden ben je nu over { $company }?
   *[formal] We zijn met uw reactie aan de slag gegaan: hoe tevreden bent u nu over { $company }?
  }
question-satisfaction = { $address ->
    [informal] Hoe tevreden ben je over { $company }?
   *[formal] Hoe tevreden bent u over { $company }?
  }
scale-low = zeer onwaarschijnlijk
scale-high = zeer waarschijnlijk
satisfaction-low = helemaal niet tevreden
satisfaction-high = zeer tevreden

# Alle vaste pagina’s
site-website = Website
site-privacy = Privacy

# De enquêtepagina
survey-title = { $address ->
    [informal] Jouw antwoord aan { $company }
   *[formal] Uw antwoord aan { $company }
  }
survey-noscript = { $address ->
    [informal] Deze pagina heeft JavaScript nodig. In onze e-mail staat een link waarmee het zonder kan. Beantwoord anders gerust onze e-mail, dan komt je antwoord net zo goed bij ons aan.
   *[formal] Deze pagina heeft JavaScript nodig. In onze e-mail staat een link waarmee het zonder kan. U kunt ook gewoon onze e-mail beantwoorden, dan komt uw antwoord net zo goed bij ons aan.
  }
survey-late = { $address ->
    [informal] Deze pagina is nog aan het laden. Gebeurt er niets? In onze e-mail staat een link waarmee je zonder JavaScript kunt antwoorden. Of beantwoord gewoon onze e-mail.
   *[formal] Deze pagina is nog aan het laden. Gebeurt er niets? In onze e-mail staat een link waarmee u zonder JavaScript kunt antwoorden. Of beantwoord gewoon onze e-mail.
  }
survey-choose = Kies een cijfer van { $low } tot en met { $high }.
survey-of = van { $most }
survey-chosen = { $address ->
    [informal] Je koos een { $score }. Toch een ander cijfer? Kies het gewoon.
   *[formal] U koos een { $score }. Toch een ander cijfer? Kies het gewoon.
  }
survey-why-neutral = { $address ->
    [informal] Wat is de belangrijkste reden voor je cijfer?
   *[formal] Wat is de belangrijkste reden voor uw cijfer?
  }
survey-why-promoter = { $survey ->
    [ticket] Wat deden we goed?
    [recheck] Wat is er beter geworden?
   *[other] Wat moeten we vooral zo houden?
  }
survey-why-passive = { $survey ->
    [ticket] Wat ontbrak er voor een 9 of een 10?
   *[other] Wat ontbreekt er nog voor een 9 of een 10?
  }
survey-why-detractor = { $survey ->
    [ticket] { $address ->
        [informal] Wat ging er mis bij je vraag?
       *[formal] Wat ging er mis bij uw vraag?
      }
    [recheck] Wat is er nog niet goed?
   *[other] Wat ging er mis?
  }
satisfaction-why-promoter = Wat deden we goed?
satisfaction-why-passive = Wat ontbrak er voor een 4 of een 5?
satisfaction-why-detractor = Wat ging er mis?
survey-drivers = Waar gaat het over?
survey-drivers-hint = Meer dan één antwoord mag.
survey-better = Wat kunnen we beter doen?
survey-ratings = { $address ->
    [informal] Hoe beoordeel je deze punten?
   *[formal] Hoe beoordeelt u deze punten?
  }
survey-ratings-hint = 1 = { $low }, 5 = { $high }. Overslaan mag.
survey-no-rating = Geen antwoord
rating-low = slecht
rating-high = zeer goed
rating-contact_person = { $address ->
    [informal] Je contactpersoon
   *[formal] Uw contactpersoon
  }
rating-quality = Kwaliteit van ons werk
rating-support = Support
rating-communication = Communicatie
rating-price = Prijs en kwaliteit
survey-contact = { $address ->
    [informal] Mogen we hierover contact met je opnemen?
   *[formal] Mogen we hierover contact met u opnemen?
  }
survey-contact-no = Nee, liever niet
survey-contact-phone = Ja, per telefoon
survey-contact-mail = Ja, per e-mail
survey-quote = { $address ->
    [informal] Jullie mogen hieruit openbaar citeren, zonder mijn naam te noemen.
   *[formal] U mag hieruit openbaar citeren, zonder mijn naam te noemen.
  }
survey-reference = { $address ->
    [informal] Jullie mogen mij als referentie noemen.
   *[formal] U mag mij als referentie noemen.
  }
survey-readers = { $address ->
    [informal] Dit wordt gelezen door je contactpersonen bij { $company } en door de leiding. Het is niet anoniem: je naam staat erbij.
   *[formal] Dit wordt gelezen door uw contactpersonen bij { $company } en door de leiding. Het is niet anoniem: uw naam staat erbij.
  }
survey-keeps = { $address ->
    [informal] Je cijfer komt meteen bij ons aan, al het andere pas als je het verstuurt.
   *[formal] Uw cijfer komt meteen bij ons aan, al het andere pas als u het verstuurt.
  }
survey-send = Versturen naar { $company }
survey-earlier = { $address ->
    [informal] Dit heb je ons eerder geantwoord. Je kunt het aanpassen en opnieuw versturen.
   *[formal] Dit hebt u ons eerder geantwoord. U kunt het aanpassen en opnieuw versturen.
  }
survey-missing = { $address ->
    [informal] Kies eerst een cijfer van { $low } tot en met { $high }.
   *[formal] Kiest u eerst een cijfer van { $low } tot en met { $high }.
  }
survey-sending = Wordt verstuurd …
survey-resending = { $address ->
    [informal] Je drukte eerder op versturen, maar je antwoord was nog niet bij ons. Het wordt nu verstuurd.
   *[formal] U drukte eerder op versturen, maar uw antwoord was nog niet bij ons. Het wordt nu verstuurd.
  }
survey-offline = { $address ->
    [informal] Je bent nu offline. Je antwoord blijft op dit apparaat bewaard en wordt verstuurd zodra je weer verbinding hebt, of wanneer je deze pagina opnieuw opent.
   *[formal] U bent nu offline. Uw antwoord blijft op dit apparaat bewaard en wordt verstuurd zodra u weer verbinding hebt, of wanneer u deze pagina opnieuw opent.
  }
survey-retrying = { $address ->
    [informal] Dat is nog niet gelukt. Je antwoord blijft hier bewaard en we proberen het zo opnieuw.
   *[formal] Dat is nog niet gelukt. Uw antwoord blijft hier bewaard en we proberen het zo opnieuw.
  }
survey-busy = { $address ->
    [informal] Dat was even veel tegelijk. Je antwoord blijft hier bewaard en wordt zo verstuurd.
   *[formal] Dat was even veel tegelijk. Uw antwoord blijft hier bewaard en wordt zo verstuurd.
  }
survey-refused = { $address ->
    [informal] We konden je antwoord hier niet aannemen. Beantwoord in plaats daarvan onze e-mail, dan komt het net zo goed aan.
   *[formal] We konden uw antwoord hier niet aannemen. Beantwoord in plaats daarvan onze e-mail, dan komt het net zo goed aan.
  }
survey-too-long = { $address ->
    [informal] Dit is meer dan we hier kwijt kunnen. Maak je tekst alsjeblieft iets korter.
   *[formal] Dit is meer dan we hier kwijt kunnen. Maak uw tekst alstublieft iets korter.
  }
survey-changed = { $address ->
    [informal] Je antwoord is aangekomen. Wat je daarna hebt aangepast, is nog niet verstuurd.
   *[formal] Uw antwoord is aangekomen. Wat u daarna hebt aangepast, is nog niet verstuurd.
  }
survey-elsewhere = { $address ->
    [informal] Je hebt intussen ergens anders geantwoord. Wat je op dit apparaat schreef, is niet verstuurd: verstuur het als het moet gelden.
   *[formal] U hebt intussen ergens anders geantwoord. Wat u op dit apparaat schreef, is niet verstuurd: verstuur het als het moet gelden.
  }
survey-thanks = { $address ->
    [informal] Bedankt, je antwoord is aangekomen
   *[formal] Dank u wel, uw antwoord is aangekomen
  }
survey-next-follow-up = { $address ->
    [informal] { $days ->
        [one] Binnen één werkdag neemt iemand van { $company } contact met je op.
       *[other] Binnen { $days } werkdagen neemt iemand van { $company } contact met je op.
      }
   *[formal] { $days ->
        [one] Binnen één werkdag neemt iemand van { $company } contact met u op.
       *[other] Binnen { $days } werkdagen neemt iemand van { $company } contact met u op.
      }
  }
survey-next-no-contact = { $days ->
    [one] Binnen één werkdag gaat iemand van { $company } ermee aan de slag.
   *[other] Binnen { $days } werkdagen gaat iemand van { $company } ermee aan de slag.
  } { $address ->
    [informal] We nemen hierover geen contact met je op, zoals je hebt gevraagd.
   *[formal] We nemen hierover geen contact met u op, zoals u hebt gevraagd.
  }
survey-next-read = De mensen die het aangaat, lezen het binnen een week.
survey-edit-hint = { $address ->
    [informal] Toch van gedachten veranderd? Dan kun je je antwoord hier aanpassen, of later via de link in onze e-mail.
   *[formal] Toch van gedachten veranderd? Dan kunt u uw antwoord hier aanpassen, of later via de link in onze e-mail.
  }
survey-edit = Antwoord aanpassen
survey-review = Beoordeel ons openbaar
survey-invalid = Deze link werkt niet
survey-invalid-why = { $address ->
    [informal] Misschien is er onderweg een stuk weggevallen. Open hem rechtstreeks vanuit onze e-mail.
   *[formal] Misschien is er onderweg een stuk weggevallen. Open hem alstublieft rechtstreeks vanuit onze e-mail.
  }
survey-expired = Deze vraag is inmiddels gesloten
survey-expired-why = { $address ->
    [informal] We vroegen het een tijd geleden en tellen geen nieuwe antwoorden meer mee. Toch horen we graag wat je ons wilt zeggen.
   *[formal] We vroegen het een tijd geleden en tellen geen nieuwe antwoorden meer mee. Toch horen we graag wat u ons wilt zeggen.
  }
survey-write = { $address ->
    [informal] Je kunt ons altijd schrijven:
   *[formal] U kunt ons altijd schrijven:
  }

# De pagina zonder scripts
plain-busy = { $address ->
    [informal] Er is nog niets aangekomen, omdat er even te veel tegelijk binnenkwam. Wat je typte, staat hier nog: verstuur het over een minuut opnieuw.
   *[formal] Er is nog niets aangekomen, omdat er even te veel tegelijk binnenkwam. Wat u typte, staat hier nog: verstuur het over een minuut opnieuw.
  }
plain-keeps = { $address ->
    [informal] Je antwoord komt bij ons aan als je het verstuurt.
   *[formal] Uw antwoord komt bij ons aan als u het verstuurt.
  }
