-- Neovim's own client against the server: what it saw goes to OUTPUT as JSON.
local server, root, output = vim.env.CONTENT_SERVER, vim.env.CONTENT_ROOT, vim.env.CONTENT_OUTPUT
local seen = {}

local function finish(failure)
  seen.failure = failure
  local file = assert(io.open(output, 'w'))
  file:write(vim.fn.json_encode(seen))
  file:close()
  vim.cmd('qa!')
end

local function wait(what, condition)
  if not vim.wait(30000, condition, 20) then
    finish('no ' .. what .. ' within 30 seconds')
  end
end

local ok, failure = pcall(function()
  vim.cmd('edit ' .. root .. '/content/posts/hello.md')
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({ name = 'content', cmd = { 'dotnet', server, 'lsp' }, root_dir = root })
  vim.lsp.buf_attach_client(buffer, id)
  wait('diagnostics', function() return #vim.diagnostic.get(buffer) > 0 end)
  seen.diagnostics = vim.tbl_map(function(one) return { code = one.code, line = one.lnum, column = one.col, message = one.message } end, vim.diagnostic.get(buffer))

  local function ask(method, params)
    local answer, problem = vim.lsp.buf_request_sync(buffer, method, params, 30000)
    if problem then error(method .. ': ' .. problem) end
    return answer[id].result
  end

  local function at(line, column)
    return { textDocument = vim.lsp.util.make_text_document_params(buffer), position = { line = line, character = column } }
  end

  local items = ask('textDocument/completion', at(8, 13)).items
  seen.completion = vim.tbl_map(function(one) return one.label end, items)

  local range = seen.diagnostics[1]
  local actions = ask('textDocument/codeAction', vim.tbl_extend('force', at(range.line, range.column), {
    range = { start = { line = range.line, character = range.column }, ['end'] = { line = range.line, character = range.column } },
    context = { diagnostics = {} },
  }))
  seen.action = actions[1].title
  vim.lsp.util.apply_workspace_edit(actions[1].edit, vim.lsp.get_client_by_id(id).offset_encoding)
  wait('end of diagnostics', function() return #vim.diagnostic.get(buffer) == 0 end)
  seen.fixed = vim.api.nvim_buf_get_lines(buffer, 8, 9, false)[1]

  local rename = ask('textDocument/rename', vim.tbl_extend('force', at(6, 4), { newName = 'Good day' }))
  vim.lsp.util.apply_workspace_edit(rename, vim.lsp.get_client_by_id(id).offset_encoding)
  vim.cmd('wall')
  seen.renamed = vim.api.nvim_buf_get_lines(buffer, 6, 7, false)[1]
end)
finish(not ok and failure or nil)
