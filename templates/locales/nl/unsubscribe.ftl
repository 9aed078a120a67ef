# De pagina achter de afmeldlink
unsubscribe-title = E-mails van { $company }
unsubscribe-noscript = { $address ->
    [informal] Deze pagina heeft JavaScript nodig. Je kunt ons ook schrijven, dan zetten wij deze e-mails stop voor je:
   *[formal] Deze pagina heeft JavaScript nodig. U kunt ons ook schrijven, dan zetten wij deze e-mails stop voor u:
  }
unsubscribe-late = { $address ->
    [informal] Deze pagina is nog aan het laden. Gebeurt er niets? Schrijf ons, dan zetten wij deze e-mails stop voor je:
   *[formal] Deze pagina is nog aan het laden. Gebeurt er niets? Schrijf ons, dan zetten wij deze e-mails stop voor u:
  }
unsubscribe-ask = Geen vragen meer van { $company }?
unsubscribe-what = { $address ->
    [informal] Af en toe vraagt { $company } je per e-mail hoe tevreden je bent. Eén klik, en deze e-mails stoppen.
   *[formal] Af en toe vraagt { $company } u per e-mail hoe tevreden u bent. Eén klik, en deze e-mails stoppen.
  }
unsubscribe-rest = { $address ->
    [informal] Facturen, tickets en al het andere dat bij je contract hoort, blijf je gewoon ontvangen.
   *[formal] Facturen, tickets en al het andere dat bij uw contract hoort, blijft u gewoon ontvangen.
  }
unsubscribe-stop = Deze e-mails stopzetten
unsubscribe-done = { $address ->
    [informal] Klaar. { $company } vraagt je niets meer
   *[formal] Klaar. { $company } vraagt u niets meer
  }
unsubscribe-done-what = { $address ->
    [informal] Je krijgt deze e-mails niet meer, ook geen herinneringen.
   *[formal] U krijgt deze e-mails niet meer, ook geen herinneringen.
  }
unsubscribe-mistake = { $address ->
    [informal] Was het een vergissing, of heeft iemand je de e-mail doorgestuurd? Dan kun je het terugdraaien.
   *[formal] Was het een vergissing, of heeft iemand u de e-mail doorgestuurd? Dan kunt u het terugdraaien.
  }
unsubscribe-undo = Terugdraaien
unsubscribe-undone = Alles is weer zoals het was
unsubscribe-undone-what = { $address ->
    [informal] { $company } blijft je af en toe vragen hoe tevreden je bent.
   *[formal] { $company } blijft u af en toe vragen hoe tevreden u bent.
  }
unsubscribe-suppressed = Deze e-mails komen toch niet
unsubscribe-suppressed-why = { $address ->
    [informal] Je bent niet meer afgemeld. Maar we schrijven om een andere reden niet naar dit adres, bijvoorbeeld omdat een e-mail niet kon worden bezorgd, of omdat je ons dat hebt gevraagd. Wil je weer gevraagd worden, schrijf ons dan:
   *[formal] U bent niet meer afgemeld. Maar we schrijven om een andere reden niet naar dit adres, bijvoorbeeld omdat een e-mail niet kon worden bezorgd, of omdat u ons dat hebt gevraagd. Wilt u weer gevraagd worden, schrijf ons dan:
  }
unsubscribe-invalid = Deze link werkt niet
unsubscribe-invalid-why = { $address ->
    [informal] Er is niets veranderd. Open de link rechtstreeks vanuit onze e-mail, of schrijf ons, dan zetten wij de e-mails stop voor je:
   *[formal] Er is niets veranderd. Open de link rechtstreeks vanuit onze e-mail, of schrijf ons, dan zetten wij de e-mails stop voor u:
  }
unsubscribe-working = Een ogenblik …
unsubscribe-offline = { $address ->
    [informal] Je bent nu offline. Klik nog een keer zodra je weer verbinding hebt.
   *[formal] U bent nu offline. Klik nog een keer zodra u weer verbinding hebt.
  }
unsubscribe-failed = We weten niet of dat gelukt is. Klik zo meteen nog een keer, dat kan geen kwaad.
