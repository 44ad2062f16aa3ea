package sempre

import "github.com/slaclock/slaclock/policy"

// readingPrevious is the name of the one open reading.
const readingPrevious = "sempre.previous"

// Readings returns the choices that the text leaves open, each with its values,
// the default first.
func Readings() []policy.Reading {
	return []policy.Reading{
		// The text obliges SEMPRE for a previous release, and does not say what
		// becomes of its twelve months when a newer release takes that place.
		{Name: readingPrevious, Values: []string{"strict", "lenient"}, Clause: "SEM-2"},
	}
}
