package severity

// A Classification is a level with the reason for it. It is comparable, and its JSON form
// calls the level severity. The zero Classification has no level.
type Classification struct {
	Level Level `json:"severity"`
	// Rule is the key of the rule that decided. If the facts leave open which of several
	// rules did, all with the same level and clause, it is the key of the first of them.
	Rule   string `json:"rule"`
	Clause string `json:"clause"` // the clause that the rule stands for
	Reason string `json:"reason"` // in words, with the facts that led to it
}

// String returns the level with its reason and clause: "S4: it is cosmetic
// (POR-2)". It is empty for the zero Classification.
func (c Classification) String() string {
	if c.Level.IsZero() {
		return ""
	}
	return c.Level.String() + ": " + c.Reason + " (" + c.Clause + ")"
}
