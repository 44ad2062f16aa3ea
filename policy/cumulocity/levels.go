package cumulocity

import "github.com/slaclock/slaclock/severity"

// The severities of 4.2.
const (
	crisis   = "Crisis"
	critical = "Critical"
	standard = "Standard"
)

// scale makes the agreement's scale.
func scale() (*severity.Scale, error) {
	return severity.NewScale(Name, crisis, critical, standard)
}
