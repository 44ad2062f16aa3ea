package purchased

import (
	"sync"

	"github.com/slaclock/slaclock/severity"
)

// The levels of 3.2.
const (
	severity1 = "1"
	severity2 = "2"
	severity3 = "3"
)

// scale makes the agreement's scale once, because levels of two scales differ, and a ticket
// can be judged under several readings, or move from one policy to another.
var scale = sync.OnceValues(func() (*severity.Scale, error) {
	return severity.NewScale(Name, severity1, severity2, severity3)
})
