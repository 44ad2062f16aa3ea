package cumulocity

import (
	"sync"

	"github.com/slaclock/slaclock/severity"
)

// The severities of 4.2.
const (
	crisis   = "Crisis"
	critical = "Critical"
	standard = "Standard"
)

// scale makes the agreement's scale once, because levels of two scales differ, and a ticket
// can be judged under several readings.
var scale = sync.OnceValues(func() (*severity.Scale, error) {
	return severity.NewScale(Name, crisis, critical, standard)
})
