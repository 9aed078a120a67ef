# De pagina waarop de verantwoordelijke een zaak leest
case-title = Zaak bij { $company }
case-noscript = Deze pagina heeft JavaScript nodig. De woorden van de klant staan ook in de e-mail met deze link.
case-waiting = Een ogenblik …
case-erased = Een klant van wie de gegevens zijn gewist
case-score = { $value } van 10
case-score-of-5 = { $value } van 5
case-ticket = ticket { $value }
case-answered = beantwoord op { $value }
case-survey-day50 = eerste weken
case-survey-annual = jaarlijkse enquête
case-survey-ticket = ticket
case-survey-review = kwartaalgesprek
case-why = De reden
case-better = Wat er beter kan
case-no-words = Zonder toelichting.
case-drivers = Het gaat over
case-quote = Mag zonder naam geciteerd worden.
case-due = Neem contact op vóór { $value }
case-overdue = Te laat sinds { $value }
case-contacted = Er is contact geweest
case-closed = Afgesloten
case-wish-phone = Wil graag gebeld worden.
case-wish-mail = Wil graag een e-mail.
case-wish-no = Wil geen contact. Ga er wel mee aan de slag, maar zonder te bellen of te schrijven.
case-wish-open = Heeft niet gezegd hoe.
case-call = { $value } bellen
case-write = Mailen naar { $value }
case-owner = Verantwoordelijk: { $value }
case-joined = Ook gezegd, bij dezelfde zaak
case-unconfirmed-why = Iemand, of een mailscanner, heeft de link naar een laag cijfer geopend; een mens was op de pagina niet te zien. Het hoort niet bij deze zaak, maar ernaar vragen loont.
case-history = Eerdere cijfers
case-invalid = Deze link werkt niet
case-invalid-why = Misschien is er onderweg een stuk weggevallen, of is hij verlopen. Open hem rechtstreeks vanuit de e-mail.
case-failed = De zaak kan nu niet worden getoond
case-failed-why = { $address ->
    [informal] Dit ligt niet aan jou. Probeer het zo meteen opnieuw.
   *[formal] Dit ligt niet aan u. Probeer het zo meteen opnieuw.
  }
case-offline-why = { $address ->
    [informal] Je bent offline. Probeer het opnieuw zodra je weer verbinding hebt.
   *[formal] U bent offline. Probeer het opnieuw zodra u weer verbinding hebt.
  }
case-retry = Opnieuw proberen
