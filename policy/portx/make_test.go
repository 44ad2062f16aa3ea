package portx_test

import (
	"github.com/slaclock/slaclock/policy/policytest"
	"github.com/slaclock/slaclock/policy/portx"
)

// answer answers one line of JSON, as the command does.
var answer = policytest.Answers(portx.New)
