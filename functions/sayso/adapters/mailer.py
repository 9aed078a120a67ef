"""Hands mails to SES, and tells apart what it certainly did not take from what it may have taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError, ConnectTimeoutError, EndpointConnectionError

from sayso.domain.mail import Mail
from sayso.ports import MailRefusedError, MailUnknownError

if TYPE_CHECKING:
    from types_boto3_sesv2.client import SESV2Client

# SES has no idempotency token, so the client must not try again by itself.
CLIENT_OPTIONS: dict[str, Any] = {"retries": {"total_max_attempts": 1}, "connect_timeout": 3, "read_timeout": 10}


class SesMailer:
    """See `sayso.ports.Mailer`."""

    def __init__(self, client: SESV2Client, configuration_set: str) -> None:
        self._client, self._configuration_set = client, configuration_set

    def reference(self, message_id: str) -> str:
        """The Message-ID header SES gives to a mail it took (SES Developer Guide, "Message-ID and Date headers"):
        what a later mail names to be shown in the same thread."""
        if "@" in message_id:  # the local stack's ids are whole ones
            return f"<{message_id}>"
        region = self._client.meta.region_name
        return f"<{message_id}@{'email' if region == 'us-east-1' else region}.amazonses.com>"

    def send(self, mail: Mail) -> str:
        """Send one mail; returns SES's message id.

        Raises
        ------
        MailRefusedError
            SES certainly did not take it.
        MailUnknownError
            The connection broke after the request was on its way: it may have been taken.
        """
        try:
            return self._client.send_email(**self._request(mail))["MessageId"]
        except ClientError as error:
            raise _refusal(error, mail) from None  # a trace would quote SES, and SES quotes the recipient
        except (EndpointConnectionError, ConnectTimeoutError) as error:
            raise MailRefusedError("SES could not be reached") from error
        except BotoCoreError as error:
            raise MailUnknownError(f"{type(error).__name__} while sending") from error

    def _request(self, mail: Mail) -> dict[str, Any]:
        def part(text: str) -> dict[str, str]:
            return {"Data": text, "Charset": "UTF-8"}

        return {
            "FromEmailAddress": mail.sender,
            "Destination": {"ToAddresses": [mail.recipient]},
            "ReplyToAddresses": [mail.reply_to],
            "ConfigurationSetName": self._configuration_set,
            "EmailTags": [{"Name": name, "Value": value} for name, value in mail.tags.items()],
            "Content": {
                "Simple": {
                    "Subject": part(mail.subject),
                    "Body": {"Html": part(mail.html), "Text": part(mail.text)},
                    "Headers": [{"Name": name, "Value": value} for name, value in mail.headers.items()],
                }
            },
        }


_PAUSED = ("AccountSuspendedException", "SendingPausedException")
_TOO_FAST = ("TooManyRequestsException", "ThrottlingException", "Throttling", "LimitExceededException")
_THE_MAIL = ("MessageRejected", "BadRequestException")


def _refusal(error: ClientError, mail: Mail) -> MailRefusedError | MailUnknownError:
    # SES's own words can quote the recipient, and a reason is kept and logged: only the code and words of ours are.
    code, said = error.response["Error"]["Code"], error.response["Error"].get("Message", "")
    if error.response["ResponseMetadata"].get("HTTPStatusCode", 500) >= 500:
        return MailUnknownError(f"{code}: SES failed")
    if code in _PAUSED:
        return MailRefusedError(f"{code}: sending is paused", stops="ses_paused")
    if code in _TOO_FAST:
        if "quota" in said.lower() or code == "LimitExceededException":
            return MailRefusedError(f"{code}: the 24-hour quota is used up", stops="ses_quota")
        return MailRefusedError(f"{code}: too fast", throttled=True)
    # "MessageRejected" also says that an identity is not verified, which passes; a bad message or address does not.
    # In the sandbox it is the recipient's, which says nothing about other mails.
    if "not verified" in said or code == "MailFromDomainNotVerifiedException":
        ours = mail.to.lower() not in said.lower()
        return MailRefusedError(f"{code}: an identity is not verified", stops="ses_unverified" if ours else "")
    if code in _THE_MAIL:
        return MailRefusedError(f"{code}: refused by SES", for_good=True)
    # Permissions, a configuration set that is gone: the next mail would not fare better.
    return MailRefusedError(f"{code}: refused by SES", stops="ses_not_ready")
