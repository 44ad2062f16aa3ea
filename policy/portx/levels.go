package portx

import (
	"sync"

	"github.com/slaclock/slaclock/severity"
)

// The levels of the severity table.
const (
	s1 = "S1"
	s2 = "S2"
	s3 = "S3"
	s4 = "S4"
)

// levels are all of them, the gravest first.
var levels = []string{s1, s2, s3, s4}

// scale makes the agreement's scale, once: levels of two scales differ, and a ticket can
// be judged by policies of several readings, or go over from one to another.
var scale = sync.OnceValues(func() (*severity.Scale, error) {
	return severity.NewScale(Name, levels...)
})

// workaround is what a viable workaround makes of a level: by the definitions
// S1 and S2 have none, and S3 is any issue that has one (POR-3).
func workaround() map[string]string {
	return map[string]string{s1: s3, s2: s3}
}
