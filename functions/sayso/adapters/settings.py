"""What a function is told by its environment: read once, when first asked for, and never at import."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """One typed view of the environment. A function is given only what it uses; asking for more raises KeyError."""

    environment: Mapping[str, str]

    @classmethod
    def of_this_process(cls) -> Settings:
        """The settings of a Lambda function."""
        return cls(os.environ)

    @property
    def table_name(self) -> str:
        """The one table."""
        return self.environment["TABLE_NAME"]

    @property
    def site_url(self) -> str:
        """Where links point to, without a slash at the end."""
        return self.environment["SITE_URL"].rstrip("/")

    @property
    def site_bucket(self) -> str:
        """The bucket behind the site."""
        return self.environment["SITE_BUCKET"]

    @property
    def distribution_id(self) -> str:
        """The CloudFront distribution of the site; empty where there is none to be told of new files."""
        return self.environment.get("DISTRIBUTION_ID", "")

    @property
    def send_queue_url(self) -> str:
        """Where due steps wait for the sender."""
        return self.environment["SEND_QUEUE_URL"]

    @property
    def plan_queue_url(self) -> str:
        """Where contacts wait to be planned."""
        return self.environment["PLAN_QUEUE_URL"]

    @property
    def follow_up_queue_url(self) -> str:
        """Where answers wait that somebody has to look after."""
        return self.environment["FOLLOW_UP_QUEUE_URL"]

    @property
    def notify_queue_url(self) -> str:
        """Where notices wait that our own people are to be told of."""
        return self.environment["NOTIFY_QUEUE_URL"]

    @property
    def settle_queue_url(self) -> str:
        """Where answers wait that nobody was seen giving."""
        return self.environment["SETTLE_QUEUE_URL"]

    @property
    def settle_seconds(self) -> int:
        """How long nothing must have come before such an answer is settled, in seconds."""
        return int(self.environment["SETTLE_SECONDS"])

    @property
    def page_queue_url(self) -> str:
        """Where the public page waits to be rendered again."""
        return self.environment["PAGE_QUEUE_URL"]

    @property
    def page_delay_seconds(self) -> int:
        """How long a message waits on the page queue, in seconds."""
        return int(self.environment["PAGE_DELAY_SECONDS"])

    @property
    def link_keys_secret(self) -> str:
        """The secret that signs links."""
        return self.environment["LINK_KEYS_SECRET"]

    @property
    def address_key_secret(self) -> str:
        """The secret that addresses are hashed with."""
        return self.environment["ADDRESS_KEY_SECRET"]

    @property
    def hook_secrets_secret(self) -> str:
        """The secret with what webhooks are signed with."""
        return self.environment["HOOK_SECRETS_SECRET"]

    @property
    def channel_addresses_secret(self) -> str:
        """The secret with the addresses of the channels our own people are told by."""
        return self.environment["CHANNEL_ADDRESSES_SECRET"]

    @property
    def origin_keys_secret(self) -> str:
        """The secret with what CloudFront shows us."""
        return self.environment["ORIGIN_KEYS_SECRET"]

    @property
    def bus_name(self) -> str:
        """Our own event bus."""
        return self.environment["BUS_NAME"]

    @property
    def configuration_set(self) -> str:
        """The SES configuration set whose events come back to us."""
        return self.environment["CONFIGURATION_SET"]

    @property
    def sender_identity(self) -> str:
        """The domain or address we send from, as SES knows it."""
        return self.environment["SENDER_IDENTITY"]

    @property
    def sign_in_url(self) -> str:
        """Where our own people sign in, without a slash at the end."""
        return self.environment["SIGN_IN_URL"].rstrip("/")

    @property
    def issuer(self) -> str:
        """Who issues the tokens of our own people, as the tokens name it."""
        return self.environment["ISSUER"]

    @property
    def pool_url(self) -> str:
        """Where people who are signed in change how they sign in, without a slash at the end."""
        return self.environment["POOL_URL"].rstrip("/")

    @property
    def needs_app(self) -> bool:
        """Whether our own people have to have a second factor."""
        return self.environment["STAFF_MFA"] == "required"

    @property
    def user_pool_client(self) -> str:
        """The desk's own id where people sign in."""
        return self.environment["USER_POOL_CLIENT"]

    @property
    def ignores_send_window(self) -> bool:
        """Whether mails go out at any time: for a pilot or the local stack."""
        return self.environment.get("SEND_WINDOW", "programme") == "always"
