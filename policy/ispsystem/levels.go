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

// scale makes the agreement's scale once, because levels of two scales differ, and a ticket
// can be judged under several readings, or move from one policy to another.
var scale = sync.OnceValues(func() (*severity.Scale, error) {
	return severity.NewScale(Name, emergency, high, medium, low)
})
