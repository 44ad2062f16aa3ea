package document

// A Lowering is what an accepted workaround makes of the levels; see
// [severity.LoweringConfig]. The zero Lowering has no kind, which is a mistake.
type Lowering struct {
	Kind   string            `json:"kind" need:"yes" enum:"none|one level|by definition" doc:"none; one level each; or by definition, as to says"`
	To     map[string]string `json:"to" doc:"what a level becomes, where kind is by definition"`
	Clause string            `json:"clause" doc:"the clause that says so"`
	Reason string            `json:"reason" need:"yes" doc:"why, in words"`
}

// A Classification tells a level from facts; see [severity.ClassifierConfig]. The
// zero Classification asks for nothing, which is a mistake.
type Classification struct {
	Facts []Fact `json:"facts" need:"yes" doc:"the questions, in the order in which they are asked"`
	Rules []Rule `json:"rules" need:"yes" doc:"the definitions; the first whose conditions hold decides"`
}

// A Fact is a question about a problem. The zero Fact has no name, which is a mistake.
type Fact struct {
	Name    string   `json:"name" need:"yes" doc:"as facts and rules name it"`
	Asks    string   `json:"asks" doc:"the question in words"`
	Answers []Answer `json:"answers" need:"yes" doc:"the answers that are told apart"`
}

// An Answer is one answer to a [Fact]. The zero Answer has no name, which is a
// mistake.
type Answer struct {
	Name  string `json:"name" need:"yes" doc:"as facts and rules name it"`
	Means string `json:"means" doc:"what it says in words"`
}

// A Rule is a sentence of the definitions; see [severity.Rule]. The zero Rule has no
// key, which is a mistake.
type Rule struct {
	Key     string      `json:"key" need:"yes" doc:"short and stable"`
	When    []Condition `json:"when" doc:"the conditions, which must all hold"`
	Level   string      `json:"level" doc:"the level; without it the text leaves levels open, or the facts contradict each other"`
	Between []string    `json:"between" doc:"the levels between which the text leaves it open"`
	Clause  string      `json:"clause" need:"yes" doc:"the clause that says so"`
	Reason  string      `json:"reason" need:"yes" doc:"why, in words"`
}

// A Condition holds if the answer to a fact is one of some. The zero Condition names
// no fact, which is a mistake.
type Condition struct {
	Fact string   `json:"fact" need:"yes" doc:"the fact"`
	Is   []string `json:"is" need:"yes" doc:"at least one answer"`
}

// An Authority says who may set a severity; see [severity.Authority]. The zero
// Authority names nobody.
type Authority struct {
	Report *Setter `json:"report" doc:"with the report"`
	Change *Setter `json:"change" doc:"later"`
}

// A Setter says whom a clause names. The zero Setter names nobody.
type Setter struct {
	By     []string `json:"by" enum:"customer|supplier" doc:"the parties that are named; nobody if left out"`
	Clause string   `json:"clause" doc:"the clause that names them; left out only where it is nobody"`
	Reason string   `json:"reason" doc:"what it says, in words; left out only where it is nobody"`
}
