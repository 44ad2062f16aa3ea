package policy

// A Clause is an entry of an agreement's registry: where a rule stands, what it
// says in our words, and how the library treats it. The zero Clause is none.
type Clause struct {
	ID      string    // "PUR-4"
	Section string    // where the agreement's text has it: "3.2.2"
	Rule    string    // the rule, in our words
	How     Treatment // how the library treats it
	Why     string    // what makes a clause hold by construction, or why it is not computed, or not yet
}

// A Treatment says how the library treats a clause. The zero Treatment is none of
// them.
type Treatment string

// The treatments of clauses.
const (
	Computed       Treatment = "computed"        // code decides by it
	Data           Treatment = "data"            // its figures are values that computed clauses use
	Parameter      Treatment = "parameter"       // the caller gives what the text leaves to the parties
	ByConstruction Treatment = "by construction" // it holds because of how the code is made
	NotComputed    Treatment = "not computed"    // it promises nothing that could be computed
	NotYet         Treatment = "open"            // open: it will be computed, and is not yet
)
