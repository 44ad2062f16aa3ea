package calendar

// A Region names the public holidays of a country or of a part of it. It is
// comparable. The zero Region is that of a calendar without public holidays, as
// is Code NONE.
type Region struct {
	// Code is an ISO 3166 code: "US", "DE-BY", "GB-ENG"; or "NONE".
	Code string
	// List picks one of several lists where a region has more than one: for
	// US-MD "state-closings", the default, or "statutory".
	List string
	// Estimated asks for the years too whose dates are only estimated.
	Estimated bool
}
