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

// levels are all levels, the gravest first.
var levels = []string{s1, s2, s3, s4}

// scale makes the agreement's scale once, because levels of two scales differ, and a ticket
// can be judged under several readings, or move from one policy to another.
var scale = sync.OnceValues(func() (*severity.Scale, error) {
	return severity.NewScale(Name, levels...)
})

// workaround returns what a viable workaround makes of each level: by the definitions S1 and
// S2 have no workaround, and S3 is any issue that has one (POR-3).
func workaround() map[string]string {
	return map[string]string{s1: s3, s2: s3}
}
