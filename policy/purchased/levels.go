package purchased

import "github.com/slaclock/slaclock/severity"

// The levels of 3.2.
const (
	severity1 = "1"
	severity2 = "2"
	severity3 = "3"
)

// scale makes the agreement's scale.
func scale() (*severity.Scale, error) {
	return severity.NewScale(Name, severity1, severity2, severity3)
}
