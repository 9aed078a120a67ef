# Wat om elk scherm heen staat: aanmelden, de weg vinden, en wat er misgaat
shell-desk = Werkplek
shell-skip = Naar de inhoud
shell-nav = Schermen
shell-menu = Menu
shell-language = Taal
shell-sign-in = Aanmelden
shell-sign-in-again = Opnieuw aanmelden
shell-sign-out = Afmelden
shell-signin-lead = Hier leest { $company } wat klanten zeggen, en gaat ermee aan de slag.
shell-signin-over = { $address ->
    [informal] Je sessie is verlopen. Na het aanmelden ga je verder waar je was.
   *[formal] Uw sessie is verlopen. Na het aanmelden gaat u verder waar u was.
  }
shell-signin-failed = Aanmelden is niet gelukt. Probeer het opnieuw.
shell-no-role = Nog geen rol
shell-no-role-why = { $address ->
    [informal] Je bent aangemeld, maar hebt hier nog geen rol. Vraag bij { $company } wie het klantprogramma leidt.
   *[formal] U bent aangemeld, maar hebt hier nog geen rol. Vraag bij { $company } wie het klantprogramma leidt.
  }
shell-missing = Hier is niets
shell-missing-why = { $address ->
    [informal] Dit adres leidt nergens heen, of naar iets waar je geen toegang toe hebt.
   *[formal] Dit adres leidt nergens heen, of naar iets waar u geen toegang toe hebt.
  }
shell-to-start = Naar het begin
shell-loading = Wordt geladen …
shell-offline = Geen verbinding. Wat is ingevuld, blijft staan; wat hier te zien is, kan verouderd zijn.
shell-unreachable = De server is niet bereikbaar. Wat is ingevuld, blijft staan; wat hier te zien is, kan verouderd zijn.
shell-over = { $address ->
    [informal] Je sessie is verlopen. Wat je hebt ingevuld, blijft in dit tabblad bewaard.
   *[formal] Uw sessie is verlopen. Wat u hebt ingevuld, blijft in dit tabblad bewaard.
  }
shell-as-table = Als tabel
shell-numbers = Cijfers
shell-no-picture = Deze afbeelding kan niet worden getoond. De cijfers staan in de tabel.
shell-problem-offline = Geen verbinding. Probeer het opnieuw zodra die er weer is.
shell-problem-unreachable = De server is niet bereikbaar. Probeer het zo meteen opnieuw.
shell-problem-over = { $address ->
    [informal] Je sessie is verlopen.
   *[formal] Uw sessie is verlopen.
  }
shell-problem-role = { $address ->
    [informal] Dit hoort niet bij je rol.
   *[formal] Dit hoort niet bij uw rol.
  }
shell-problem-missing = Dit bestaat niet, of niet meer.
shell-problem-conflict = Dit is intussen veranderd. Er is niets overschreven.
shell-problem-refused = Dit is niet geaccepteerd.
shell-problem-failed = { $address ->
    [informal] Dat is niet gelukt. Het ligt niet aan jou; probeer het zo meteen opnieuw.
   *[formal] Dat is niet gelukt. Het ligt niet aan u; probeer het zo meteen opnieuw.
  }
