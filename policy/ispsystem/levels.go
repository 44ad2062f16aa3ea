package ispsystem

import "github.com/slaclock/slaclock/severity"

// The degrees of criticality of 2.6.
const (
	emergency = "Emergency"
	high      = "High"
	medium    = "Medium"
	low       = "Low"
)

// scale makes the agreement's scale.
func scale() (*severity.Scale, error) {
	return severity.NewScale(Name, emergency, high, medium, low)
}
