package policy

// A Clause is an entry in an agreement's registry: where a rule is, what it says in our
// words, and how the library treats it. The zero Clause stands for no clause.
type Clause struct {
	ID      string    // "PUR-4"
	Section string    // where the agreement's text has it: "3.2.2"
	Rule    string    // the rule, in our words
	How     Treatment // how the library treats it
	Why     string    // why the clause holds by construction, is not computed, or is not computed yet
}

// A Treatment says how the library treats a clause. The zero Treatment stands for no
// treatment.
type Treatment string

// The treatments of clauses.
const (
	Computed       Treatment = "computed"         // code implements it
	Data           Treatment = "data"             // its figures are values that computed clauses use
	Parameter      Treatment = "parameter"        // the caller gives what the text leaves to the parties
	ByConstruction Treatment = "by construction"  // it holds because of how the code is made
	NotComputed    Treatment = "not computed"     // it promises nothing that could be computed
	NotYet         Treatment = "not yet computed" // it will be computed, and is not yet
)
