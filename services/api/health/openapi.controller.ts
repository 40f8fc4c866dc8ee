import { Controller, Get } from '@nestjs/common'
import { Requires } from '../../auth/requires.js'
import { openapi } from '../openapi.js'

@Controller('v1/openapi.json')
export class OpenapiController {
  @Get()
  @Requires('public')
  describe(): typeof openapi {
    return openapi
  }
}
