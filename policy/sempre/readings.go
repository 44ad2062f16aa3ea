package sempre

import "github.com/slaclock/slaclock/policy"

// The name of the only open reading, and the value that the code tests for.
const (
	readingPrevious = "sempre.previous"

	previousLenient = "lenient"
)

// Readings returns the choices that the text leaves open, each with its values,
// the default first.
func Readings() []policy.Reading {
	return []policy.Reading{
		// The text obliges SEMPRE to support a previous release, but does not say what
		// becomes of its twelve months when a newer release takes its place.
		{Name: readingPrevious, Values: []string{"strict", previousLenient}, Clause: "SEM-2"},
	}
}
