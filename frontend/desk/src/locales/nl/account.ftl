# De eigen aanmelding: wie men hier is, en de app die codes maakt
account-title = { $address ->
    [informal] Je aanmelding
   *[formal] Uw aanmelding
  }
account-name = Naam
account-email = Adres
account-role = Rol
account-app = Code uit een app
account-app-note = { $address ->
    [informal] Naast je wachtwoord vraagt het aanmelden dan om een code, die een app op je telefoon elke halve minuut opnieuw maakt. Wie je wachtwoord heeft, komt er daarmee alleen niet in.
   *[formal] Naast uw wachtwoord vraagt het aanmelden dan om een code, die een app op uw telefoon elke halve minuut opnieuw maakt. Wie uw wachtwoord heeft, komt er daarmee alleen niet in.
  }
account-on = Aan
account-off = Uit
account-on-why = Bij elke aanmelding wordt om een code gevraagd.
account-off-why = Een wachtwoord is genoeg om aan te melden.
account-required = Iedereen heeft hier een code nodig, daarom kan die niet worden uitgezet.
account-set-up = App instellen
account-move = Op een andere telefoon instellen
account-lost = Wie de telefoon kwijtraakt, gaat naar de programmaleiding; daarna kan er opnieuw een app worden ingesteld.
account-set-up-title = App instellen
account-step-app = { $address ->
    [informal] Installeer op je telefoon een app die codes maakt, als je er nog geen hebt. De meeste wachtwoordbeheerders kunnen het ook.
   *[formal] Installeer op uw telefoon een app die codes maakt, als u er nog geen hebt. De meeste wachtwoordbeheerders kunnen het ook.
  }
account-step-scan = Scan deze afbeelding met de app.
account-code-drawn = De sleutel als QR-code. Hij staat er ook als tekst onder.
account-open-app = Openen in de app op dit apparaat
account-step-type = Of typ deze sleutel in de app:
account-copy = Sleutel kopiëren
account-copied = Gekopieerd
account-not-copied = Gemarkeerd, om met het toetsenbord te kopiëren
account-code = Code
account-code-hint = De zes cijfers die de app nu toont
account-code-incomplete = De code heeft zes cijfers.
account-code-wrong = Deze code klopt niet. Wacht op de volgende en typ die; klopt er geen, kijk dan of de klok van de telefoon goed staat.
account-too-many = Dat was te vaak in korte tijd. Wacht een paar minuten en probeer het dan opnieuw.
account-switch-on = Aanzetten
account-on-done = De app is ingesteld. Vanaf nu vraagt het aanmelden om de code.
account-switch-off = Code uitzetten
account-switch-off-say = { $address ->
    [informal] Daarna is je wachtwoord genoeg om aan te melden, ook voor iemand die het in handen krijgt. Een app kun je altijd weer instellen.
   *[formal] Daarna is uw wachtwoord genoeg om aan te melden, ook voor iemand die het in handen krijgt. Een app kunt u altijd weer instellen.
  }
account-off-done = Het aanmelden vraagt niet meer om een code.
