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

// scale makes the agreement's scale, once: levels of two scales differ, and a ticket can
// be judged by policies of several readings, or go over from one to another.
var scale = sync.OnceValues(func() (*severity.Scale, error) {
	return severity.NewScale(Name, crisis, critical, standard)
})
