package ispsystem

import (
	"sync"

	"github.com/slaclock/slaclock/severity"
)

// The degrees of criticality of 2.6.
const (
	emergency = "Emergency"
	high      = "High"
	medium    = "Medium"
	low       = "Low"
)

// scale makes the agreement's scale, once: levels of two scales differ, and a ticket can
// be judged by policies of several readings, or go over from one to another.
var scale = sync.OnceValues(func() (*severity.Scale, error) {
	return severity.NewScale(Name, emergency, high, medium, low)
})
