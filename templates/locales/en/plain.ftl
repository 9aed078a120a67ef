# The page without scripts, when all else fails
plain-failed = Something went wrong on our side. Please go back and send it again in a minute; your answer counts once.
