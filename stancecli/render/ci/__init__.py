"""What the formats for CI share: how a finding and a crossed gate are told."""
